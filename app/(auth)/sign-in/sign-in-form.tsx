"use client";
// The sign-in form. It is a form even without scripts' help: password managers find it, Enter submits it.
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { ApiError, api } from "@/lib/browser/api";
import { homeOf } from "@/lib/browser/next-path";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { DemoAccounts } from "./demo-accounts";
import { PasswordInput } from "./password-input";

/** `next` is a checked path of this site; `demo` shows the local demo's accounts. */
export function SignInForm({ next, demo }: { next: string | null; demo: boolean }) {
  const t = useTranslations("auth");
  const errorText = useErrorText();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [missing, setMissing] = useState<{ email?: string; password?: string }>({});

  const signIn = useAction(async () => {
    const { user } = await api.post<{ user: { role: string } }>(
      "/api/auth/sign-in",
      { email: email.trim(), password },
      { on401: "throw" },
    );
    window.location.assign(next ?? homeOf(user.role)); // a full load: the server renders the new person's page
    await new Promise(() => {}); // the button stays busy until the next page is here
  });

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const wrong = {
      ...(!/^\S+@\S+\.\S+$/.test(email.trim()) && { email: t("invalid.email") }),
      ...(!password && { password: t("invalid.passwordMissing") }),
    };
    setMissing(wrong);
    const first = wrong.email ? "email" : wrong.password ? "password" : null;
    if (first) event.currentTarget.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    else void signIn.run();
  }

  const refused = signIn.error instanceof ApiError && signIn.error.status === 401;
  return (
    <>
      <Card as="div" className="grid gap-5 sm:p-7">
        <div>
          <h1 className="text-2xl">{t("signInTitle")}</h1>
          <p className="text-ink-2">{t("signInIntro")}</p>
        </div>
        <form noValidate method="post" className="grid gap-4" onSubmit={onSubmit}>
          {signIn.error !== null && (
            <Notice tone="danger" live>
              {refused ? t("wrongCredentials") : errorText(signIn.error)}
            </Notice>
          )}
          <Field label={t("email")} error={missing.email} required>
            {(control) => (
              <Input
                {...control}
                name="email"
                type="email"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                value={email}
                onChange={(event) => setEmail(event.target.value)}
              />
            )}
          </Field>
          <Field label={t("password")} error={missing.password} required>
            {(control) => (
              <PasswordInput
                {...control}
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" size="lg" full pending={signIn.pending}>
            {t("signIn")}
          </Button>
        </form>
        <p className="text-center text-ink-2">
          {t("noAccount")}{" "}
          <Link
            href={next ? `/sign-up?next=${encodeURIComponent(next)}` : "/sign-up"}
            className="inline-flex min-h-11 items-center font-semibold text-brand-ink underline-offset-4 hover:underline"
          >
            {t("signUp")}
          </Link>
        </p>
      </Card>
      {demo && (
        <DemoAccounts
          onChoose={(account) => {
            setEmail(account.email);
            setPassword(account.password);
            setMissing({});
            signIn.reset();
          }}
        />
      )}
    </>
  );
}
