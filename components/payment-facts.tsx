"use client";
// How an order is paid, part by part, what is still to be taken at the door, and what has been given back.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { toCollect } from "@/lib/orders/payment";
import type { Order } from "@/lib/orders/schema";
import { Badge, type Tone } from "./ui/badge";
import { Clock } from "./ui/clock";
import { Money } from "./ui/money";
import { useEndReason } from "./use-end-reason";

const STATUS_TONES: Record<Order["payment_status"], Tone> = {
  pending: "warning",
  paid: "success",
  void: "neutral",
  partly_refunded: "info",
  refunded: "info",
};
const REFUND_TONES = { pending: "warning", succeeded: "success", failed: "danger" } as const;

export function PaymentFacts({ order }: { order: Order }) {
  const t = useTranslations("vendor.refund");
  const tOrder = useTranslations("orders");
  const due = toCollect(order);
  const rest = order.total_minor - order.wallet_minor;
  return (
    <section aria-label={t("payment")} data-testid="payment-facts" className="grid gap-2 text-sm">
      <dl className="grid gap-1">
        <Row label={t("payment")}>
          <Badge tone={STATUS_TONES[order.payment_status]}>
            {tOrder(`paymentStatus.${order.payment_status}`)}
          </Badge>
        </Row>
        {order.wallet_minor > 0 && (
          <Row label={tOrder("payment.wallet")}>
            <Money minor={order.wallet_minor} />
          </Row>
        )}
        {rest > 0 && (
          <Row label={tOrder(`payment.${order.payment_method}`)} strong={due > 0}>
            <Money minor={rest} />
          </Row>
        )}
      </dl>
      {order.refunds.length > 0 && (
        <ul aria-label={t("refunds")} className="grid gap-2 border-t border-line pt-2">
          {order.refunds.map((refund) => (
            <RefundRow key={refund.id} refund={refund} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ label, strong, children }: { label: ReactNode; strong?: boolean; children: ReactNode }) {
  return (
    <div
      className={
        strong ? "flex justify-between gap-3 font-semibold" : "flex justify-between gap-3 text-ink-2"
      }
    >
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function RefundRow({ refund }: { refund: Order["refunds"][number] }) {
  const t = useTranslations("vendor.refund");
  const tOrder = useTranslations("orders");
  const reasonText = useEndReason();
  return (
    <li data-testid="refund-row" className="grid grid-cols-[1fr_auto] items-center gap-x-3">
      <span className="font-medium">
        {t("refund")} · {tOrder(`refundTo.${refund.to}`)}
      </span>
      <Money minor={-refund.amount_minor} className="text-right font-medium" />
      <span className="min-w-0 text-ink-3">
        <Clock at={refund.at} date /> · {reasonText(refund.reason)}
      </span>
      <Badge tone={REFUND_TONES[refund.status]}>{tOrder(`refundStatus.${refund.status}`)}</Badge>
    </li>
  );
}
