"use client";
// The sign-up form. It checks what it can before sending, and shows the server's answer field by field.
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { PasswordInput } from "../sign-in/password-input";

const names = ["full_name", "email", "phone", "password"] as const;
type Name = (typeof names)[number];
type Values = Record<Name, string>;

const valid: Record<Name, (value: string) => boolean> = {
  full_name: (value) => value.length >= 2,
  email: (value) => /^\S+@\S+\.\S+$/.test(value),
  phone: (value) => value === "" || /^(\+?90|0)?\d{10}$/.test(value.replace(/[ ()-]/g, "")),
  password: (value) => value.length >= 8 && value.length <= 72,
};

/** `next` is a checked path of this site. */
export function SignUpForm({ next }: { next: string | null }) {
  const t = useTranslations("auth");
  const common = useTranslations("common");
  const locale = useLocale();
  const errorText = useErrorText();
  const [values, setValues] = useState<Values>({ full_name: "", email: "", phone: "", password: "" });
  const [wrong, setWrong] = useState<Partial<Values>>({});
  const [mustConfirm, setMustConfirm] = useState(false);

  const signUp = useAction(async () => {
    const { full_name, email, phone, password } = values;
    const answer = await api.post<{ confirm_email?: true }>(
      "/api/auth/sign-up",
      {
        full_name: full_name.trim(),
        email: email.trim(),
        password,
        locale,
        ...(phone && { phone: phone.trim() }),
      },
      { on401: "throw" },
    );
    if (answer.confirm_email) return setMustConfirm(true);
    window.location.assign(next ?? "/");
    await new Promise(() => {}); // the button stays busy until the next page is here
  });

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const bad = names.filter(
      (name) => !valid[name](name === "password" ? values[name] : values[name].trim()),
    );
    setWrong(Object.fromEntries(bad.map((name) => [name, t(`invalid.${name}`)])));
    if (bad[0]) event.currentTarget.querySelector<HTMLInputElement>(`[name=${bad[0]}]`)?.focus();
    else void signUp.run();
  }

  const refusal =
    signUp.error instanceof ApiError && signUp.error.code === "VALIDATION_ERROR" ? signUp.error : null;
  // The form's own rules are the server's: an e-mail refused after passing them is one that is taken.
  const fromServer: Partial<Values> = Object.fromEntries(
    names
      .filter((name) => refusal?.field(name))
      .map((name) => [name, t(name === "email" ? "emailTaken" : `invalid.${name}`)]),
  );
  const errors = { ...fromServer, ...wrong };
  const bind = (name: Name) => ({
    name,
    value: values[name],
    onChange: (event: { target: { value: string } }) => {
      const { value } = event.target;
      setValues((now) => ({ ...now, [name]: value }));
      setWrong((now) => ({ ...now, [name]: undefined }));
    },
  });

  if (mustConfirm) return <Notice tone="success">{t("confirmEmail", { email: values.email })}</Notice>;
  return (
    <Card as="div" className="grid gap-5 sm:p-7">
      <div>
        <h1 className="text-2xl">{t("signUpTitle")}</h1>
        <p className="text-ink-2">{t("signUpIntro")}</p>
      </div>
      <form noValidate method="post" className="grid gap-4" onSubmit={onSubmit}>
        {signUp.error !== null && (
          <Notice tone="danger" live>
            {errorText(signUp.error)}
          </Notice>
        )}
        <Field label={t("fullName")} error={errors.full_name} required>
          {(control) => <Input {...control} {...bind("full_name")} autoComplete="name" maxLength={120} />}
        </Field>
        <Field label={t("email")} error={errors.email} required>
          {(control) => (
            <Input
              {...control}
              {...bind("email")}
              type="email"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
        <Field label={t("phone")} hint={t("phoneHint")} error={errors.phone} optional={common("optional")}>
          {(control) => (
            <Input {...control} {...bind("phone")} type="tel" autoComplete="tel" maxLength={20} />
          )}
        </Field>
        <Field label={t("password")} hint={t("passwordHint")} error={errors.password} required>
          {(control) => <PasswordInput {...control} {...bind("password")} autoComplete="new-password" />}
        </Field>
        <Button type="submit" size="lg" full pending={signUp.pending}>
          {t("signUp")}
        </Button>
      </form>
      <p className="text-center text-ink-2">
        {t("haveAccount")}{" "}
        <Link
          href={next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"}
          className="inline-flex min-h-11 items-center font-semibold text-brand-ink underline-offset-4 hover:underline"
        >
          {t("signIn")}
        </Link>
      </p>
    </Card>
  );
}
