"use client";
// An event of an order in words: what happened, and who did it.
import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/format/money";
import type { Order, OrderEvent } from "@/lib/orders/schema";

const ROLES = ["customer", "vendor", "courier", "admin", "system"] as const;

/** A text in an event's data; null when there is none. */
export const textOf = (value: unknown) => (typeof value === "string" && value ? value : null);

export function useEventText(): { title: (event: OrderEvent) => string; by: (event: OrderEvent) => string } {
  const t = useTranslations("admin.order");
  const tStatus = useTranslations("orders.status");
  const happened = useTranslations("orders.handover.event");
  const locale = useLocale();

  function title({ type, data }: OrderEvent): string {
    if (type === "order.created") return t("event.created");
    if (type === "order.courier_assigned") {
      const name = textOf(data.courier_name);
      return name ? t("event.assigned", { name }) : t("event.unassigned");
    }
    if (type === "order.paid" || type === "order.refunded") {
      const amount = formatMoney(Number(data.amount_minor), { locale });
      if (type === "order.paid") return t("event.paid", { amount });
      return t(data.status === "pending" ? "event.refundSent" : "event.refunded", { amount });
    }
    if (type !== "order.status_changed") return happened(type);
    const to = textOf(data.to) as Order["status"] | null;
    return to && tStatus.has(to) ? tStatus(to) : t("event.changed");
  }
  function by({ actor }: OrderEvent): string {
    const role = ROLES.find((name) => name === actor.role) ?? "system";
    return actor.name
      ? t("event.byPerson", { role: t(`role.${role}`), name: actor.name })
      : t(`role.${role}`);
  }
  return { title, by };
}
