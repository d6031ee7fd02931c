"use client";
// Orders as rows on a desk, as cards on a phone: the same markup, a grid that folds.
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Clock, Countdown, TimeAgo } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { Money } from "@/components/ui/money";
import { StatusBadge } from "@/components/ui/status-badge";
import { branchName } from "@/lib/format/branch-name";
import type { Order } from "@/lib/orders/schema";
import { ConcernBadge } from "./concern-badge";
import { concernOf, isOver } from "./lateness";

const COLUMNS = "lg:grid-cols-[5rem_12rem_minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1fr)_6.5rem_8.5rem]";

/** `now` decides what is late, in ms since the epoch. */
export function OrderTable({ orders, now }: { orders: readonly Order[]; now: number }) {
  const t = useTranslations("admin.orders.column");
  const heads = ["number", "status", "branch", "customer", "courier", "total", "due"] as const;
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-card">
      <div
        aria-hidden
        className={cx(
          "hidden gap-x-4 border-b border-line bg-surface-2 px-4 py-2 text-sm font-semibold text-ink-2 lg:grid",
          COLUMNS,
        )}
      >
        {heads.map((head) => (
          <span key={head} className={head === "total" ? "text-right" : undefined}>
            {t(head)}
          </span>
        ))}
      </div>
      <ul className="divide-y divide-line">
        {orders.map((order) => (
          <OrderRow key={order.id} order={order} now={now} />
        ))}
      </ul>
    </div>
  );
}

function OrderRow({ order, now }: { order: Order; now: number }) {
  const t = useTranslations("admin.orders");
  const concern = concernOf(order, now);
  return (
    <li
      data-testid="order-row"
      data-order-id={order.id}
      data-status={order.status}
      data-late={concern ? "true" : undefined}
      className={cx(
        "relative grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-surface-2",
        concern && "shadow-[inset_4px_0_0_var(--danger)]",
        COLUMNS,
      )}
    >
      <span>
        <Link
          href={`/admin/orders/${order.id}`}
          className="font-bold tabular-nums after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-[2.5px] focus-visible:after:-outline-offset-2 focus-visible:after:outline-brand-ink"
        >
          #{order.number}
        </Link>
      </span>
      <span>
        <StatusBadge status={order.status} />
      </span>
      <span className="col-span-2 min-w-0 lg:col-span-1 lg:truncate">
        {branchName(order.branch.vendor.name, order.branch.name)}
      </span>
      <span className="min-w-0 truncate text-sm text-ink-2 lg:text-base lg:text-ink">
        {order.customer.full_name}
      </span>
      <span className="hidden min-w-0 truncate text-ink-2 lg:block">
        {order.courier?.full_name ?? t(order.type === "pickup" ? "pickup" : "noCourier")}
      </span>
      <span className="text-right font-medium">
        <Money minor={order.total_minor} />
      </span>
      <span className="col-span-2 flex flex-wrap items-center gap-2 text-sm text-ink-2 lg:col-span-1">
        {concern ? <ConcernBadge concern={concern} /> : <Due order={order} />}
        {concern?.kind === "unanswered" && order.confirm_by && <Countdown until={order.confirm_by} />}
      </span>
    </li>
  );
}

function Due({ order }: { order: Order }) {
  const t = useTranslations("admin.orders");
  if (isOver(order)) return <TimeAgo at={order.updated_at} />;
  if (order.confirm_by) {
    return (
      <span>
        {t.rich("confirmIn", { time: () => <Countdown until={order.confirm_by ?? ""} urgentSeconds={0} /> })}
      </span>
    );
  }
  return (
    <span>
      {t.rich("dueAt", { time: () => <Clock at={order.eta_at} className="font-medium text-ink" /> })}
    </span>
  );
}
