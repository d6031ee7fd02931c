"use client";
// Somebody else saved first: take what they saved, or save over it knowingly.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

export function ConflictNotice({
  onTakeTheirs,
  onKeepMine,
  pending,
  children,
}: {
  onTakeTheirs: () => void;
  onKeepMine: () => void;
  pending: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("vendor.menu.conflict");
  return (
    <Notice
      tone="warning"
      live
      action={
        <span className="flex flex-wrap gap-2">
          <Button size="sm" variant="secondary" onClick={onTakeTheirs}>
            {t("takeTheirs")}
          </Button>
          <Button size="sm" variant="soft" pending={pending} onClick={onKeepMine}>
            {t("keepMine")}
          </Button>
        </span>
      }
    >
      {children}
    </Notice>
  );
}
