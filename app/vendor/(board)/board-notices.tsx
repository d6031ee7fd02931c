"use client";
// What the board has to say about itself: that it may be old, or that orders wait outside the chosen branch.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** The last reading failed. */
export function StaleNotice({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("vendor.live");
  const common = useTranslations("common");
  return (
    <Notice
      tone="warning"
      live
      action={
        <Button size="sm" variant="secondary" onClick={onRetry}>
          {common("retry")}
        </Button>
      }
    >
      {t("unread")}
    </Notice>
  );
}

/** `count` new orders wait at branches that are not shown. */
export function ElsewhereNotice({ count, onShow }: { count: number; onShow: () => void }) {
  const t = useTranslations("vendor.board");
  return (
    <Notice
      tone="warning"
      live
      action={
        <Button size="sm" variant="secondary" onClick={onShow}>
          {t("showAll")}
        </Button>
      }
    >
      {t("waitingElsewhere", { count })}
    </Notice>
  );
}
