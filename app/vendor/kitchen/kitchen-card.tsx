"use client";
// One order on the kitchen's wall: its number and time from across the room, its lines from three metres, one button for the next step.
import { useLocale, useTranslations } from "next-intl";
import { memo } from "react";
import { Clock, useNow } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { formatMinutes } from "@/lib/format/time";
import type { Order } from "@/lib/orders/schema";
import { useDeeds } from "../_orders/live-orders";
import { boardStep } from "../_orders/steps";

const LOOK_MS = 10_000;
const MINUTE_MS = 60_000;
const SOON_MINUTES = 5;

export const KitchenCard = memo(function KitchenCard({ order, pending }: { order: Order; pending: boolean }) {
  const t = useTranslations("vendor");
  const orders = useTranslations("orders");
  const { move } = useDeeds();
  const step = boardStep(order);
  return (
    <li
      data-testid="kitchen-card"
      data-order-id={order.id}
      aria-busy={pending}
      className={cx(
        "grid grid-cols-[minmax(0,1fr)] gap-2 rounded-lg border-2 bg-surface p-3 [contain-intrinsic-height:auto_20rem] [content-visibility:auto]",
        order.status === "PREPARING" ? "border-brand" : "border-line",
      )}
    >
      <div className="flex items-baseline justify-between gap-2">
        <h2 className="font-display text-4xl font-extrabold tabular-nums">#{order.number}</h2>
        <Due order={order} />
      </div>
      <p className="text-lg text-ink-2">
        {orders(`type.${order.type}`)} · {orders(`status.${order.status}`)}
        {order.scheduled_for && (
          <>
            {" · "}
            <Clock at={order.scheduled_for} />
          </>
        )}
      </p>
      <ul className="grid gap-2 text-2xl leading-tight">
        {order.items.map((item) => (
          <li key={item.line} className="grid grid-cols-[auto_1fr] gap-x-2.5">
            <b className="font-display tabular-nums">{item.quantity}×</b>
            <span className="min-w-0 break-words">
              {item.name}
              {item.options.length > 0 && (
                <span className="block text-xl text-ink-2">
                  {item.options.map(({ name }) => name).join(", ")}
                </span>
              )}
              {item.note && <span className="block text-xl font-bold text-warning">“{item.note}”</span>}
            </span>
          </li>
        ))}
      </ul>
      {order.note && (
        <p className="rounded-md bg-warning-soft px-2.5 py-1.5 text-xl font-bold break-words">{order.note}</p>
      )}
      {step && (
        <button
          type="button"
          aria-label={t("step.withNumber", { action: t(`step.${step}`), number: order.number })}
          onClick={() => void move(order, { to: step })}
          className={cx(
            "min-h-16 rounded-md px-4 text-2xl font-bold transition-colors",
            step === "READY"
              ? "bg-brand text-on-brand hover:bg-brand-hover"
              : "border-2 border-line-control bg-surface-2 hover:brightness-110",
          )}
        >
          {t(`step.${step}`)}
        </button>
      )}
    </li>
  );
});

function Due({ order }: { order: Order }) {
  const t = useTranslations("vendor.kitchen");
  const locale = useLocale();
  const now = useNow(LOOK_MS);
  const left = Math.ceil((Date.parse(order.ready_by ?? order.eta_at) - now) / MINUTE_MS);
  const minutes = formatMinutes(Math.abs(left), locale);
  return (
    <span
      suppressHydrationWarning
      className={cx(
        "rounded-md px-2 text-2xl font-bold tabular-nums",
        left < 0
          ? "bg-danger-fill text-white"
          : left <= SOON_MINUTES
            ? "bg-warning-soft text-warning"
            : "text-ink-2",
      )}
    >
      {left < 0 ? t("lateBy", { minutes }) : minutes}
    </span>
  );
}
