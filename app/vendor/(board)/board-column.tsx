"use client";
// One state of the board: its name, how many, and the cards, the longest waiting first.
import { useTranslations } from "next-intl";
import { lazily } from "@/components/lazily";
import { useAtHand } from "@/components/lazy-sheet";
import { cx } from "@/components/ui/cx";
import type { Order } from "@/lib/orders/schema";
import { useLiveOrders } from "../_orders/live-orders";
import { type ColumnId, lacksCourier } from "../_orders/steps";
import type { CardHandlers } from "./order-card";

const MOST_THAT_MOVE = 20;

const loadCard = () => import("./order-card").then((module) => module.OrderCard);
const OrderCard = lazily(loadCard);

export function BoardColumn({
  id,
  label,
  orders,
  shownOnPhone,
  takes,
  onDrop,
  ...handlers
}: CardHandlers & {
  id: ColumnId;
  label: string;
  orders: Order[];
  shownOnPhone: boolean;
  /** The card that is held may be dropped here. */
  takes: boolean;
  onDrop: () => void;
}) {
  const t = useTranslations("vendor.board");
  useAtHand(loadCard);
  const { branches, pending, seenBy } = useLiveOrders();
  const nameOf = ({ branch }: Order) =>
    branches.length > 1 ? (branches.find(({ id }) => id === branch.id)?.name ?? branch.name) : null;
  const urgent = (id === "NEW" && orders.length > 0) || orders.some(lacksCourier);
  return (
    <section
      data-testid={`column-${id}`}
      aria-label={label}
      onDragOver={(event) => takes && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (takes) onDrop();
      }}
      className={cx(
        "min-w-0 flex-1 md:block md:min-w-54 md:rounded-lg md:bg-surface-2/60 md:p-2",
        !shownOnPhone && "hidden",
        takes && "outline-2 outline-offset-2 outline-brand-ink outline-dashed",
      )}
    >
      <header className="mb-2.5 hidden items-center gap-2 px-1.5 pt-1 md:flex">
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
        // Blocks, no grid: a grid would be measured whole for each of hundreds of cards that comes near the screen.
        <ul className="space-y-2.5 md:min-h-24">
          {orders.map((order) => (
            <OrderCard
              key={order.id}
              order={order}
              branchName={nameOf(order)}
              arrives={orders.length <= MOST_THAT_MOVE}
              pending={pending.has(order.id)}
              seenBy={seenBy(order.id)?.by ?? undefined}
              {...handlers}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
