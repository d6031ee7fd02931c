"use client";
// Too late to pay: what happened, that nothing was taken, and the way to the same order again.
import { TimerOff } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMoney } from "@/lib/format/money";
import type { Order } from "@/lib/orders/schema";
import { ReorderButton } from "../../reorder-button";
import { isPaymentExpired } from "../../unpaid";

/** An order that has ended unpaid, or is about to. */
export function PayOver({ order }: { order: Order }) {
  const t = useTranslations("shop");
  const locale = useLocale();
  const expired = order.status === "NEW" || isPaymentExpired(order.end_reason);
  return (
    <div role="alert" data-testid="pay-over">
      <EmptyState
        level={1}
        icon={<TimerOff />}
        title={t(expired ? "pay.expired" : "pay.canceled")}
        action={
          <div className="flex flex-wrap items-center justify-center gap-2">
            <ReorderButton order={order} />
            <ButtonLink href="/vendors" variant="ghost" size="sm">
              {t("track.ended.otherVendors")}
            </ButtonLink>
          </div>
        }
      >
        {t("pay.nothingTaken")}{" "}
        {order.wallet_minor > 0 &&
          t("pay.creditBack", { amount: formatMoney(order.wallet_minor, { locale }) })}
      </EmptyState>
    </div>
  );
}
