"use client";
// How many orders stand where, and which of them are shown: the counts are the filter.
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import type { Order } from "@/lib/orders/schema";

export type StatusChoice = "all" | "late" | Order["status"];

/** As an order goes through them, its unhappy ends last. */
const STATUSES = [
  "NEW",
  "CONFIRMED",
  "PREPARING",
  "READY",
  "PICKED_UP",
  "ON_ROUTE",
  "DELIVERED",
  "REJECTED",
  "CANCELED_BY_USER",
  "CANCELED_BY_VENDOR",
] as const satisfies Order["status"][];

/** Counts what is loaded; `more` says that more exists, so that a count is read as "at least". */
export function StatusFilter({
  rows,
  late,
  more,
  value,
  onChange,
}: {
  rows: readonly Order[];
  late: number;
  more: boolean;
  value: StatusChoice;
  onChange: (choice: StatusChoice) => void;
}) {
  const t = useTranslations("admin.orders");
  const tStatus = useTranslations("orders.status");
  const count = (status: Order["status"]) => rows.filter((order) => order.status === status).length;
  const statuses = STATUSES.filter((status) => count(status) > 0 || status === value);

  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{t("filter")}</legend>
      <Chip name="all" count={rows.length} more={more} value={value} onChange={onChange}>
        {t("all")}
      </Chip>
      {(late > 0 || value === "late") && (
        <Chip name="late" count={late} more={more} value={value} onChange={onChange}>
          <TriangleAlert aria-hidden className="size-4 text-danger" />
          {t("late")}
        </Chip>
      )}
      {statuses.map((status) => (
        <Chip key={status} name={status} count={count(status)} more={more} value={value} onChange={onChange}>
          {tStatus(status)}
        </Chip>
      ))}
    </fieldset>
  );
}

function Chip({
  name,
  count,
  more,
  value,
  onChange,
  children,
}: {
  name: StatusChoice;
  count: number;
  more: boolean;
  value: StatusChoice;
  onChange: (choice: StatusChoice) => void;
  children: ReactNode;
}) {
  const active = value === name;
  return (
    <button
      type="button"
      aria-pressed={active}
      data-count={count}
      onClick={() => onChange(active ? "all" : name)}
      className={cx(
        "inline-flex min-h-control items-center gap-2 rounded-full border px-3.5 text-sm font-medium transition-colors",
        active
          ? "border-brand-ink bg-brand-soft text-brand-ink"
          : "border-line bg-surface hover:bg-surface-2",
      )}
    >
      {children}
      <span className="font-bold tabular-nums">
        {count}
        {more && "+"}
      </span>
    </button>
  );
}
