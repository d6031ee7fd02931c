"use client";
// Stays at the bottom while something is unsaved.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

export function SaveBar({
  shown,
  pending,
  hint,
  onDiscard,
}: {
  shown: boolean;
  pending: boolean;
  hint: string;
  onDiscard: () => void;
}) {
  const t = useTranslations("vendor.branch");
  const common = useTranslations("common");
  if (!shown) return null;
  return (
    <div className="fixed inset-x-0 bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-30 border-t border-line bg-surface px-4 py-2.5 shadow-overlay lg:bottom-0 lg:left-60">
      <div className="mx-auto flex max-w-4xl flex-wrap items-center justify-end gap-2">
        <p role="status" className="mr-auto text-sm font-medium">
          {hint}
        </p>
        <Button size="sm" variant="ghost" disabled={pending} onClick={onDiscard}>
          {t("discard")}
        </Button>
        <Button size="sm" type="submit" pending={pending}>
          {common("save")}
        </Button>
      </div>
    </div>
  );
}
