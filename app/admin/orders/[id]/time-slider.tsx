"use client";
// Back through an order's events: where the slider stands, the page shows the order as it was; who did what then, and what it changed.
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import type { z } from "zod";
import { Card } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { api } from "@/lib/browser/api";
import { formatMoment } from "@/lib/format/time";
import type { Order, OrderEvent, OrderEventPage } from "@/lib/orders/schema";
import { Changes } from "./changes";
import { StateCheck } from "./state-check";
import { useEventText } from "./use-event-text";

/** `first` is the first page of events; `moment` the event looked at, null for now, which is what the newest event left. */
export function TimeSlider({
  order,
  first,
  moment,
  onMove,
}: {
  order: Order;
  first: z.infer<typeof OrderEventPage>;
  moment: OrderEvent | null;
  onMove: (moment: OrderEvent | null) => void;
}) {
  const t = useTranslations("admin.order.past");
  const locale = useLocale();
  const id = useId();
  const { title, by } = useEventText();
  const events = [...first.data, ...useRest(order.id, first.next_cursor, order.version)];
  const newest = events.length - 1;
  const found = moment ? events.findIndex(({ version }) => version === moment.version) : newest;
  const place = found < 0 ? newest : found;
  const event = events[place];
  if (!event) return null;

  return (
    <Card data-testid="time-slider" className="grid gap-3">
      <div>
        <h2 id={id} className="text-lg">
          {t("title")}
        </h2>
        <p id={`${id}-hint`} className="mt-0.5 text-sm text-ink-2">
          {t("hint")}
        </p>
      </div>
      <input
        type="range"
        min={0}
        max={newest}
        value={place}
        disabled={newest === 0}
        aria-labelledby={id}
        aria-describedby={`${id}-hint`}
        aria-valuetext={`${title(event)}, ${by(event)}, ${formatMoment(event.at, locale)}`}
        className="h-11 w-full accent-brand"
        onChange={({ target }) => {
          const chosen = Number(target.value);
          onMove(chosen === newest ? null : (events[chosen] ?? null));
        }}
      />
      <div className="flex flex-wrap justify-between gap-x-3">
        <p className="font-medium">{title(event)}</p>
        <p className="text-sm text-ink-2">{t("place", { place: place + 1, count: events.length })}</p>
        <p className="w-full text-sm text-ink-2">
          <Clock at={event.at} date /> · {by(event)}
        </p>
      </div>
      {event.version > 1 && event.changes && <Changes event={event} changes={event.changes} />}
      <StateCheck orderId={order.id} version={order.version} />
    </Card>
  );
}

// The events after the first page, read on to the end whenever the order has moved.
function useRest(orderId: string, cursor: string | null, version: number): OrderEvent[] {
  const [rest, setRest] = useState<OrderEvent[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version means that there are more
  useEffect(() => {
    let wanted = true;
    async function read() {
      const all: OrderEvent[] = [];
      for (let next = cursor; next && wanted; ) {
        const page = await api.get<z.infer<typeof OrderEventPage>>(
          `/api/orders/${orderId}/events?limit=50&cursor=${encodeURIComponent(next)}`,
        );
        all.push(...page.data);
        next = page.next_cursor;
      }
      if (wanted) setRest(all);
    }
    read().catch(() => {}); // the first page is there; the next change tries again
    return () => {
      wanted = false;
    };
  }, [orderId, cursor, version]);
  return rest;
}
