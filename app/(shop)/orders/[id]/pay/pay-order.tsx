"use client";
// An unpaid order: how much, how long still, the card, the way out. It follows the order live, and leaves for its page once paid.
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { lazily } from "@/components/lazily";
import { Card } from "@/components/ui/card";
import { Countdown } from "@/components/ui/clock";
import { Money } from "@/components/ui/money";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { useResource } from "@/lib/browser/use-resource";
import { useLive } from "@/lib/live/use-live";
import type { Order } from "@/lib/orders/schema";
import type { Payment } from "@/lib/payments/schema";
import { isOver, isSettled } from "./outcome";

const CardPayment = lazily(
  () => import("../../../pay/card-payment").then((module) => module.CardPayment),
  <Skeleton className="h-96 rounded-lg" />,
);
const PayOver = lazily(() => import("./pay-over").then((module) => module.PayOver));
const CancelOrder = lazily(() => import("../cancel-order").then((module) => module.CancelOrder));

/** `order` and `payment` as the server read them. */
export function PayOrder({ order: firstOrder, payment: firstPayment }: { order: Order; payment: Payment }) {
  const t = useTranslations("shop.pay");
  const router = useRouter();
  const orders = useResource<Order>(`/api/orders/${firstOrder.id}`, firstOrder);
  const payments = useResource<Payment>(`/api/payments/${firstPayment.id}`, firstPayment);
  const order = orders.data ?? firstOrder;
  const payment = payments.data ?? firstPayment;
  const [now, setNow] = useState(0); // the time the countdown last ended at; the server's page is never the first to say so

  const reread = () => Promise.all([orders.reload(), payments.reload()]);
  useLive({ topics: [`order:${order.id}`], onMessage: reread, reread });

  const settled = isSettled(order, payment);
  const over = isOver(order, payment, now);
  useEffect(() => {
    if (settled) router.replace(`/orders/${order.id}`);
  }, [settled, order.id, router]);

  if (settled) {
    return (
      <Loading className="grid justify-items-center gap-4 py-20 text-lg">
        <Spinner className="text-4xl text-brand-ink" />
        <p>{t("paid")}</p>
      </Loading>
    );
  }
  if (over) return <PayOver order={order} />;
  return (
    <div className="grid gap-4">
      <Card as="div" className="grid gap-1 bg-brand-soft!">
        <p className="text-sm text-ink-2">
          {order.branch.vendor.name} · {order.number}
        </p>
        <h1 className="text-2xl">{t("title")}</h1>
        <p className="mt-2 text-sm text-ink-2">{t("amount")}</p>
        <p className="font-display text-3xl font-bold" data-testid="to-pay">
          <Money minor={payment.amount_minor} />
        </p>
        {order.wallet_minor > 0 && (
          <p className="text-sm text-ink-2">
            {t.rich("withCredit", {
              amount: () => <Money minor={order.wallet_minor} className="font-semibold" />,
            })}
          </p>
        )}
        {payment.status !== "processing" && (
          <p className="mt-2 text-ink-2">
            {t("timeLeft")}{" "}
            <Countdown
              until={payment.expires_at}
              className="font-semibold"
              onEnd={() => {
                setNow(Date.now());
                void reread();
              }}
            />
          </p>
        )}
      </Card>
      <Card as="div">
        <CardPayment payment={payment} onChange={(next) => payments.mutate(next)} />
      </Card>
      <p className="px-1 text-sm text-ink-3">{t("rule")}</p>
      <CancelOrder order={order} onChange={(next) => orders.mutate(next)} onStale={reread} />
    </div>
  );
}
