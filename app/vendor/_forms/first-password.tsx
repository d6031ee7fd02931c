"use client";
// The password of an account just made: shown once, here, and nowhere again.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";

/** `children` say to whom it is to be given. */
export function FirstPassword({
  email,
  password,
  onDone,
  children,
}: {
  email: string;
  password: string;
  onDone: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("vendor.couriers.new");
  return (
    <div className="grid gap-4">
      <p>{children}</p>
      <dl className="grid gap-2 rounded-md bg-surface-2 p-4">
        <div className="flex justify-between gap-3">
          <dt className="text-ink-3">{t("email")}</dt>
          <dd className="min-w-0 truncate font-medium">{email}</dd>
        </div>
        <div className="flex justify-between gap-3">
          <dt className="text-ink-3">{t("password")}</dt>
          <dd className="font-mono text-lg font-bold select-all">{password}</dd>
        </div>
      </dl>
      <div className="flex justify-end gap-2">
        <CopyButton text={password} />
        <Button onClick={onDone}>{t("done")}</Button>
      </div>
    </div>
  );
}
