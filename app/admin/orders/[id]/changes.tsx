"use client";
// What one event changed of an order, column by column.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Clock } from "@/components/ui/clock";
import { Money } from "@/components/ui/money";
import { useEndReason } from "@/components/use-end-reason";
import type { Order, OrderEvent } from "@/lib/orders/schema";
import { textOf } from "./use-event-text";

const SHOWN = [
  "status",
  "courier_id",
  "payment_status",
  "paid_minor",
  "refunded_minor",
  "prep_minutes",
  "eta_at",
  "confirm_by",
  "placed_at",
  "end_reason",
  "items",
] as const;
type Column = (typeof SHOWN)[number];

export function Changes({ event, changes }: { event: OrderEvent; changes: Record<string, unknown> }) {
  const t = useTranslations("admin.order.past");
  const tOrder = useTranslations("orders");
  const endReason = useEndReason();
  const columns = SHOWN.filter((column) => column in changes);
  if (columns.length === 0) return null;

  function shown(column: Column): ReactNode {
    const value = changes[column];
    if (column === "items") return t("itemsChanged");
    if (value === null) return t("none");
    switch (column) {
      case "status":
        return tOrder(`status.${value as Order["status"]}`);
      case "payment_status":
        return tOrder(`paymentStatus.${value as Order["payment_status"]}`);
      case "courier_id":
        return textOf(event.data.courier_name) ?? String(value);
      case "paid_minor":
      case "refunded_minor":
        return <Money minor={Number(value)} />;
      case "eta_at":
      case "confirm_by":
      case "placed_at":
        return <Clock at={String(value)} date />;
      case "end_reason":
        return endReason(String(value));
      case "prep_minutes":
        return t("minutes", { count: Number(value) });
    }
  }
  return (
    <section aria-label={t("changed")}>
      <h3 className="text-sm text-ink-3">{t("changed")}</h3>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-sm">
        {columns.map((column) => (
          <div key={column} className="contents">
            <dt className="text-ink-2">{t(`column.${column}`)}</dt>
            <dd className="text-right font-medium">{shown(column)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
