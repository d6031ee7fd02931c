// An order that will not come: why, what happens with the money, and what can be done now.
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatMoney } from "@/lib/format/money";
import type { Order } from "@/lib/orders/schema";
import { useReasonWords } from "../../reason-words";

/** For an order that was rejected or canceled. */
export function EndedNotice({ order }: { order: Order }) {
  const t = useTranslations("shop.track.ended");
  const locale = useLocale();
  const reasonWords = useReasonWords();
  const { status, end_reason, paid_minor, wallet_minor } = order;
  const reason = end_reason && reasonWords(end_reason);
  const money =
    paid_minor === 0
      ? t("notCharged")
      : paid_minor === wallet_minor
        ? t("credit", { amount: formatMoney(wallet_minor, { locale }) })
        : t("refunded");
  return (
    <Notice
      tone="warning"
      action={
        <ButtonLink href="/vendors" variant="secondary" size="sm">
          {t("otherVendors")}
        </ButtonLink>
      }
    >
      {end_reason === "CONFIRM_TIMEOUT" && <p>{t("sorry", { vendor: order.branch.vendor.name })}</p>}
      {reason && <p>{t("reason", { reason })}</p>}
      <p>
        {money} {status === "CANCELED_BY_USER" ? t("byYou") : t("byVendor")}
      </p>
    </Notice>
  );
}
