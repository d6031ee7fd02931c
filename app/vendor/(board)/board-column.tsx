"use client";
// One state of the board: its name, how many, and the cards, the longest waiting first.
import { useTranslations } from "next-intl";
import { lazily } from "@/components/lazily";
import { useAtHand } from "@/components/lazy-sheet";
import { cx } from "@/components/ui/cx";
import type { Order } from "@/lib/orders/schema";
import { type ColumnId, lacksCourier } from "../_orders/steps";

const loadCard = () => import("./order-card").then((module) => module.OrderCard);
const OrderCard = lazily(loadCard);

export function BoardColumn({
  id,
  label,
  orders,
  shownOnPhone,
  ...handlers
}: {
  id: ColumnId;
  label: string;
  orders: Order[];
  shownOnPhone: boolean;
  onOpen: (order: Order) => void;
  onEnd: (order: Order) => void;
  onCourier: (order: Order) => void;
}) {
  const t = useTranslations("vendor.board");
  useAtHand(loadCard);
  const urgent = (id === "NEW" && orders.length > 0) || orders.some(lacksCourier);
  return (
    <section
      data-testid={`column-${id}`}
      aria-label={label}
      className={cx(
        "min-w-0 flex-1 grid-cols-[minmax(0,1fr)] content-start gap-2.5 md:grid md:min-w-54 md:rounded-lg md:bg-surface-2/60 md:p-2",
        shownOnPhone ? "grid" : "hidden",
      )}
    >
      <header className="hidden items-center gap-2 px-1.5 pt-1 md:flex">
        <h2 className="text-base">{label}</h2>
        <span
          className={cx(
            "grid h-6 min-w-6 place-items-center rounded-full px-1.5 text-sm font-bold tabular-nums",
            urgent ? "bg-brand text-on-brand" : "bg-surface text-ink-2",
          )}
        >
          {orders.length}
        </span>
      </header>
      {orders.length === 0 ? (
        <p className="py-10 text-center text-sm text-ink-3 md:py-6">{t(`empty.${id}`)}</p>
      ) : (
        <ul className="grid grid-cols-[minmax(0,1fr)] content-start gap-2.5 md:min-h-24">
          {orders.map((order) => (
            <OrderCard key={order.id} order={order} {...handlers} />
          ))}
        </ul>
      )}
    </section>
  );
}
