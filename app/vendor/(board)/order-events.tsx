"use client";
// The order's timeline: what happened, when, by whom. Read again when the order's version moves.
import { useLocale, useTranslations } from "next-intl";
import { useEffect } from "react";
import { Clock } from "@/components/ui/clock";
import { Skeleton } from "@/components/ui/skeleton";
import { Timeline } from "@/components/ui/timeline";
import { useResource } from "@/lib/browser/use-resource";
import { formatMoney } from "@/lib/format/money";
import type { OrderEvent, OrderStatus } from "@/lib/orders/schema";

const UNHAPPY = new Set(["REJECTED", "CANCELED_BY_USER", "CANCELED_BY_VENDOR"]);

export function OrderEvents({ orderId, version }: { orderId: string; version: number }) {
  const t = useTranslations("vendor");
  const status = useTranslations("orders.status");
  const happened = useTranslations("orders.handover.event");
  const locale = useLocale();
  const { data, reload } = useResource<{ data: OrderEvent[] }>(`/api/orders/${orderId}/events?limit=50`);
  const last = data?.data.at(-1)?.version;
  useEffect(() => {
    if (last !== undefined && last < version) void reload();
  }, [last, version, reload]);

  function titleOf({ type, data: what }: OrderEvent): string {
    if (type === "order.created") return t("detail.created");
    if (type === "order.status_changed") return status(what.to as OrderStatus);
    if (type === "order.paid") return t("detail.paidByCard");
    if (type === "order.refunded") {
      const amount = formatMoney(Number(what.amount_minor), { locale });
      return t(what.status === "pending" ? "detail.refundSent" : "detail.refunded", { amount });
    }
    if (type !== "order.courier_assigned") return happened(type);
    return typeof what.courier_name === "string"
      ? t("detail.courierChosen", { name: what.courier_name })
      : t("detail.courierTaken");
  }
  function byWhom({ actor }: OrderEvent): string {
    const role = actor.role as "vendor";
    const who = t.has(`detail.roles.${role}`) ? t(`detail.roles.${role}`) : actor.role;
    return actor.name ? `${actor.name} · ${who}` : who;
  }

  return (
    <section className="grid gap-3">
      <h3 className="text-base">{t("detail.timeline")}</h3>
      {data ? (
        <Timeline
          items={data.data.map((event) => ({
            id: String(event.version),
            title: titleOf(event),
            at: <Clock at={event.at} />,
            detail: byWhom(event),
            state: UNHAPPY.has(String(event.data.to)) ? "failed" : "done",
          }))}
        />
      ) : (
        <Skeleton className="h-24" />
      )}
    </section>
  );
}
