// An order that will not come: why, that nothing is owed, and what can be done now.
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useEndReason } from "@/components/use-end-reason";
import type { Order } from "@/lib/orders/schema";

/** For an order that was rejected or canceled. */
export function EndedNotice({ order }: { order: Order }) {
  const t = useTranslations("shop.track.ended");
  const { status, end_reason } = order;
  const endReason = useEndReason();
  const reason = end_reason && endReason(end_reason);
  return (
    <Notice
      tone="warning"
      action={
        <ButtonLink href="/vendors" variant="secondary" size="sm">
          {t("otherVendors")}
        </ButtonLink>
      }
    >
      {reason && <p>{t("reason", { reason })}</p>}
      <p>{status === "CANCELED_BY_USER" ? t("byYou") : t("byVendor")}</p>
    </Notice>
  );
}
