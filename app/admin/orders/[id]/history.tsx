"use client";
// What happened to an order, newest last, with who did it and why.
import { useTranslations } from "next-intl";
import { Clock } from "@/components/ui/clock";
import { Timeline } from "@/components/ui/timeline";
import { useEndReason } from "@/components/use-end-reason";
import type { Order, OrderEvent } from "@/lib/orders/schema";
import { isOver } from "../../lateness";
import { textOf, useEventText } from "./use-event-text";

const UNHAPPY = new Set<Order["status"]>(["REJECTED", "CANCELED_BY_USER", "CANCELED_BY_VENDOR"]);

export function History({ events, order }: { events: readonly OrderEvent[]; order: Order }) {
  const t = useTranslations("admin.order");
  const endReason = useEndReason();
  const { title, by } = useEventText();

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
