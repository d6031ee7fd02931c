"use client";
// Who paid what, and what came back. A refund that arrives while the page is open is said at once.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { Card, SectionHeading } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { Money } from "@/components/ui/money";
import type { Order } from "@/lib/orders/schema";
import { usePaymentWords } from "../../payment-words";
import { useReasonWords } from "../../reason-words";
import { awaitsPayment } from "../unpaid";
import { restOf, targetsOf } from "./order-money";
import { useRefundNews } from "./use-refund-news";

const tones: Record<Order["payment_status"], Tone> = {
  pending: "warning",
  paid: "success",
  void: "neutral",
  partly_refunded: "info",
  refunded: "info",
};
const refundTones = { pending: "warning", succeeded: "success", failed: "danger" } as const;

/** The order as it is now. What is to be paid at the door is not called late: its method says when. */
export function MoneyCard({ order }: { order: Order }) {
  const t = useTranslations("shop.track");
  const status = useTranslations("orders.paymentStatus");
  const words = usePaymentWords(order.type);
  useRefundNews(order);
  const { wallet_minor, payment_method, payment_status } = order;
  const rest = restOf(order);
  return (
    <Card className="grid gap-3" data-testid="money" data-status={payment_status}>
      <SectionHeading
        title={t("payment")}
        actions={
          (payment_status !== "pending" || awaitsPayment(order)) && (
            <Badge tone={tones[payment_status]}>{status(payment_status)}</Badge>
          )
        }
      />
      <dl className="grid gap-1.5 text-sm">
        {wallet_minor > 0 && (
          <Part label={t("withCredit")}>
            <Money minor={wallet_minor} />
          </Part>
        )}
        {(rest.minor > 0 || wallet_minor === 0) && (
          <Part label={words(payment_method)}>
            {rest.void ? <span className="text-ink-3">{t("notTaken")}</span> : <Money minor={rest.minor} />}
          </Part>
        )}
      </dl>
      {order.refunds.length > 0 && <Refunds order={order} />}
    </Card>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-ink-2">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Refunds({ order }: { order: Order }) {
  const t = useTranslations("shop.track");
  const status = useTranslations("orders.refundStatus");
  const reasonWords = useReasonWords();
  const targets = targetsOf(order);
  return (
    <div className="grid gap-2 border-t border-line pt-3">
      <h3 className="text-base">{t("refunds")}</h3>
      <ul className="grid gap-3 text-sm">
        {order.refunds.map((refund, index) => (
          <li key={refund.id} data-testid="refund" data-status={refund.status} className="grid gap-0.5">
            <div className="flex items-center justify-between gap-3">
              <span className="font-medium">
                <Money minor={refund.amount_minor} className="font-semibold" /> ·{" "}
                {t(`refundTo.${targets[index] ?? "wallet"}`)}
              </span>
              <Badge tone={refundTones[refund.status]}>{status(refund.status)}</Badge>
            </div>
            <p className="text-ink-3">
              <Clock at={refund.at} date /> · {reasonWords(refund.reason)}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
