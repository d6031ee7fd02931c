"use client";
// An order at a glance: who, what, how long, and the one thing to do next. The number is the card's button; the whole card
// follows it with the mouse.
import { Bike, Clock3, Eye, MessageSquareText, ShoppingBag, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { memo, useState } from "react";
import { PaidBy } from "@/components/paid-by";
import { Button } from "@/components/ui/button";
import { Clock, useNow } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { Money } from "@/components/ui/money";
import { formatMinutes } from "@/lib/format/time";
import { openReport } from "@/lib/orders/failure";
import { toCollect } from "@/lib/orders/payment";
import type { Order } from "@/lib/orders/schema";
import { useDeeds } from "../_orders/live-orders";
import { boardStep, firstName, lacksCourier } from "../_orders/steps";
import { CardActions } from "./card-actions";
import { ConfirmTimer } from "./confirm-timer";
import { LateMark } from "./late-mark";
import { OrderItems } from "./order-items";

const MINUTE_MS = 60_000;

export type CardHandlers = {
  onOpen: (order: Order) => void;
  onEnd: (order: Order) => void;
  onCourier: (order: Order) => void;
  /** Taken up by the mouse; null: let go. */
  onDrag: (order: Order | null) => void;
};

// Three hundred of them may be open: one is drawn again only when something of its own changed, and laid out only near the screen.
export const OrderCard = memo(function OrderCard({
  order,
  branchName,
  pending,
  seenBy,
  arrives,
  onOpen,
  onEnd,
  onCourier,
  onDrag,
}: CardHandlers & {
  order: Order;
  /** Null where the vendor has one branch. */
  branchName: string | null;
  pending: boolean;
  /** Who has seen a new order. */
  seenBy: string | undefined;
  /** It may show that it came. Hundreds that do so at once would hold the page up. */
  arrives: boolean;
}) {
  const t = useTranslations("vendor.card");
  const orders = useTranslations("orders");
  const [rises] = useState(arrives);
  const isNew = order.status === "NEW";
  const alone = lacksCourier(order);
  const failed = openReport(order);
  const due = toCollect(order);
  const Type = order.type === "delivery" ? Bike : ShoppingBag;
  return (
    <li
      data-testid="order-card"
      data-order-id={order.id}
      data-status={order.status}
      aria-busy={pending}
      draggable={boardStep(order) !== null}
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", order.number);
        event.dataTransfer.effectAllowed = "move";
        onDrag(order);
      }}
      onDragEnd={() => onDrag(null)}
      className={cx(
        "relative grid [contain-intrinsic-height:auto_16rem] [content-visibility:auto] grid-cols-[minmax(0,1fr)] gap-2 rounded-md border bg-surface p-3 shadow-card transition-shadow hover:shadow-raised",
        failed ? "border-danger" : isNew ? "border-brand-ink" : alone ? "border-warning" : "border-line",
        rises && "animate-rise",
        pending && "opacity-70",
      )}
    >
      <div className="flex items-baseline justify-between gap-2">
        <button
          type="button"
          data-card={order.id}
          aria-label={t("open", { number: order.number, customer: firstName(order.customer.full_name) })}
          onClick={() => onOpen(order)}
          className="min-w-0 truncate font-display text-base font-bold after:absolute after:inset-0 after:rounded-md focus-visible:outline-none focus-visible:after:outline-[2.5px] focus-visible:after:-outline-offset-2 focus-visible:after:outline-brand-ink"
        >
          #{order.number} <span className="font-sans font-medium">{firstName(order.customer.full_name)}</span>
        </button>
        <Age at={order.created_at} />
      </div>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm text-ink-2">
        <span className="inline-flex items-center gap-1">
          <Type aria-hidden className="size-4" />
          {orders(`type.${order.type}`)}
        </span>
        {branchName && <span className="truncate text-ink-3">{branchName}</span>}
        <LateMark order={order} />
      </p>
      {order.scheduled_for && (
        <p className="flex items-center gap-1.5 rounded-sm bg-info-soft px-2 py-1 text-sm font-semibold text-info">
          <Clock3 aria-hidden className="size-4 shrink-0" />
          <span>
            <Clock at={order.scheduled_for} date /> · {orders(`type.${order.type}`)}
          </span>
        </p>
      )}
      {isNew && order.confirm_by && <ConfirmTimer order={order} />}
      {isNew && <Seen order={order} by={seenBy} />}
      <OrderItems items={order.items} />
      {order.note && (
        <p className="flex gap-1.5 rounded-sm bg-warning-soft px-2 py-1 text-sm">
          <MessageSquareText aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
          <span className="line-clamp-3 min-w-0 break-words">{order.note}</span>
        </p>
      )}
      <p className="flex items-baseline justify-between gap-2 text-sm">
        <span className="min-w-0 text-ink-2">
          <PaidBy order={order} />
        </span>
        <Money minor={order.total_minor} className="font-bold" />
      </p>
      {order.wallet_minor > 0 && due > 0 && (
        <p className="flex items-baseline justify-between gap-2 text-sm font-semibold text-warning">
          {t("toCollect")}
          <Money minor={due} />
        </p>
      )}
      {failed && (
        <p className="flex items-center gap-1.5 text-sm font-semibold text-danger">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          {orders("handover.failed", { reason: orders(`handover.reason.${failed.reason}`) })}
        </p>
      )}
      {alone ? (
        <p className="flex items-center gap-1.5 text-sm font-semibold text-warning">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          {t("noCourier")}
        </p>
      ) : (
        <WhoTakesIt order={order} />
      )}
      <CardActions order={order} pending={pending} onEnd={onEnd} onCourier={onCourier} />
    </li>
  );
});

function Seen({ order, by }: { order: Order; by: string | undefined }) {
  const t = useTranslations("vendor.alarm");
  const { see } = useDeeds();
  if (by !== undefined) {
    return (
      <p className="flex items-center gap-1.5 text-sm text-ink-2">
        <Eye aria-hidden className="size-4 shrink-0" />
        {t("seenBy", { name: by })}
      </p>
    );
  }
  return (
    <Button
      size="sm"
      variant="secondary"
      aria-label={t("seenOf", { number: order.number })}
      icon={<Eye aria-hidden className="size-4" />}
      className="relative"
      onClick={() => see([order.id])}
    >
      {t("seen")}
    </Button>
  );
}

function Age({ at }: { at: string }) {
  const t = useTranslations("vendor.card");
  const locale = useLocale();
  const minutes = formatMinutes(
    Math.max(0, Math.floor((useNow(15_000) - Date.parse(at)) / MINUTE_MS)),
    locale,
  );
  return (
    <time
      dateTime={at}
      title={t("age", { minutes })}
      suppressHydrationWarning
      className="shrink-0 text-sm tabular-nums text-ink-3"
    >
      {minutes}
    </time>
  );
}

function WhoTakesIt({ order }: { order: Order }) {
  const t = useTranslations("vendor.card");
  if (order.courier) {
    const onRoad = order.status === "PICKED_UP" || order.status === "ON_ROUTE";
    const name = firstName(order.courier.full_name);
    return (
      <p className="flex items-center gap-1.5 text-sm text-ink-2">
        <Bike aria-hidden className="size-4 shrink-0" />
        <span className="truncate">{onRoad ? t("onRoad", { name }) : t("waitsCourier", { name })}</span>
      </p>
    );
  }
  if (order.status === "READY" && order.type === "pickup") {
    return <p className="text-sm text-ink-2">{t("pickupWaits")}</p>;
  }
  return null;
}
