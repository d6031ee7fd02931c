"use client";
// Name and telephone. The language people read the site in is also the one they are written to in.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Me } from "@/lib/identity/schema";

/** `user` is as the server knows them. */
export function ProfileForm({ user }: { user: Me }) {
  const t = useTranslations("auth");
  const c = useTranslations("common");
  const locale = useLocale();
  const toast = useToast();
  const errorText = useErrorText();
  const [name, setName] = useState(user.full_name);
  const [phone, setPhone] = useState(user.phone ?? "");

  const save = useAction(async () => {
    await api.patch<Me>("/api/me", { full_name: name.trim(), phone: phone.trim() || null, locale });
    toast({ title: c("saved"), tone: "success" });
  });
  const wrong = (field: "full_name" | "phone") =>
    save.error instanceof ApiError && save.error.field(field) ? t(`invalid.${field}`) : undefined;

  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run();
      }}
    >
      {save.error !== null && !wrong("full_name") && !wrong("phone") && (
        <Notice tone="danger" live>
          {errorText(save.error)}
        </Notice>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("fullName")} error={wrong("full_name")} required>
          {(control) => (
            <Input
              {...control}
              name="full_name"
              autoComplete="name"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("phone")} hint={t("phoneHint")} error={wrong("phone")} optional={c("optional")}>
          {(control) => (
            <Input
              {...control}
              name="phone"
              type="tel"
              inputMode="tel"
              autoComplete="tel"
              value={phone}
              onChange={(event) => setPhone(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button type="submit" pending={save.pending} className="justify-self-start">
        {c("save")}
      </Button>
    </form>
  );
}
