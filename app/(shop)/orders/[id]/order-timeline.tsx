"use client";
// Who did what, and when; and what is still to come.
import { useTranslations } from "next-intl";
import { Clock } from "@/components/ui/clock";
import { Timeline } from "@/components/ui/timeline";
import type { Order, OrderEvent } from "@/lib/orders/schema";
import { useStatusWords } from "../status-words";
import { awaitsPayment, isPaymentExpired } from "../unpaid";
import { type Step, stepsOf } from "./progress";

/** `events` oldest first. */
export function OrderTimeline({ order, events }: { order: Order; events: OrderEvent[] }) {
  const t = useTranslations("shop.track");
  const statusWords = useStatusWords();
  const actor = useTranslations("shop.track.actor");
  const courier = events.findLast(({ type }) => type === "order.courier_assigned")?.data.courier_name;

  function who(event: OrderEvent | null) {
    if (!event) return null;
    const { role, name } = event.actor;
    const known = role as "vendor";
    const words = actor.has(known) ? actor(known) : role;
    return name && role !== "customer" && role !== "system" ? `${words} · ${name}` : words;
  }

  // Two statuses say what is waited for; once over, they say what happened.
  function titleOf({ status, state, event }: Step) {
    if (state === "current" && awaitsPayment(order)) return t("unpaid");
    if (isPaymentExpired(event?.data.reason)) return t("expired");
    if (state === "done" && (status === "NEW" || status === "READY")) return t(`passed.${status}`);
    return statusWords({ type: order.type, status });
  }

  return (
    <Timeline
      items={stepsOf(order, events).map((step) => ({
        id: step.id,
        title: titleOf(step),
        state: step.state,
        at: step.event && <Clock at={step.event.at} />,
        detail:
          step.status === "PICKED_UP" && step.state === "todo" && typeof courier === "string"
            ? t("courierIs", { name: courier })
            : who(step.event),
      }))}
    />
  );
}
