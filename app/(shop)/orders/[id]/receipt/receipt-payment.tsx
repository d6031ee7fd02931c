// How the order was paid, and what came back.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Clock } from "@/components/ui/clock";
import { Money } from "@/components/ui/money";
import type { Order } from "@/lib/orders/schema";
import { usePaymentWords } from "../../../payment-words";
import { restOf } from "../order-money";

export function ReceiptPayment({ order }: { order: Order }) {
  const t = useTranslations("shop.track");
  const status = useTranslations("orders.paymentStatus");
  const words = usePaymentWords(order.type);
  const rest = restOf(order);
  return (
    <dl className="grid gap-1 border-t border-line pt-3 text-sm">
      <Row label={t("payment")}>{status(order.payment_status)}</Row>
      {order.wallet_minor > 0 && (
        <Row label={t("withCredit")}>
          <Money minor={order.wallet_minor} />
        </Row>
      )}
      {(rest.minor > 0 || order.wallet_minor === 0) && (
        <Row label={words(order.payment_method)}>
          {rest.void ? t("notTaken") : <Money minor={rest.minor} />}
        </Row>
      )}
      {order.refunds
        .filter((refund) => refund.status === "succeeded")
        .map(({ id, at, amount_minor }) => (
          <Row
            key={id}
            label={
              <>
                {t("refunds")} · <Clock at={at} date />
              </>
            }
          >
            <Money minor={-amount_minor} />
          </Row>
        ))}
    </dl>
  );
}

function Row({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-ink-2">{label}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}
