"use client";
// What happened to an order, newest last, with who did it and why.
import { useLocale, useTranslations } from "next-intl";
import { Clock } from "@/components/ui/clock";
import { Timeline } from "@/components/ui/timeline";
import { useEndReason } from "@/components/use-end-reason";
import { formatMoney } from "@/lib/format/money";
import type { Order, OrderEvent } from "@/lib/orders/schema";
import { isOver } from "../../lateness";

const UNHAPPY = new Set<Order["status"]>(["REJECTED", "CANCELED_BY_USER", "CANCELED_BY_VENDOR"]);
const ROLES = ["customer", "vendor", "courier", "admin", "system"] as const;

const textOf = (value: unknown) => (typeof value === "string" && value ? value : null);

export function History({ events, order }: { events: readonly OrderEvent[]; order: Order }) {
  const t = useTranslations("admin.order");
  const tStatus = useTranslations("orders.status");
  const endReason = useEndReason();
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
    const to = textOf(data.to) as Order["status"] | null;
    return to && tStatus.has(to) ? tStatus(to) : t("event.changed");
  }
  function by({ actor }: OrderEvent): string {
    const role = ROLES.find((name) => name === actor.role) ?? "system";
    return actor.name
      ? t("event.byPerson", { role: t(`role.${role}`), name: actor.name })
      : t(`role.${role}`);
  }

  return (
    <Timeline
      items={events.map((event, place) => {
        const newest = place === events.length - 1;
        const reason = textOf(event.data.reason);
        return {
          id: String(event.version),
          title: title(event),
          at: <Clock at={event.at} />,
          detail: reason ? t("event.because", { by: by(event), reason: endReason(reason) }) : by(event),
          state: !newest ? "done" : UNHAPPY.has(order.status) ? "failed" : isOver(order) ? "done" : "current",
        };
      })}
    />
  );
}
