"use client";
// What the vendor does to an order. A step forward shows at once and is taken back when refused; on 409 the order that won
// replaces the card, and a toast says who was faster.
import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Order, OrderStatus } from "@/lib/orders/schema";

type Move = { to: OrderStatus; reason?: string; prep_minutes?: number };

/** Statuses shown before the API has agreed, by order id; null while a courier is being chosen. */
export type Pending = ReadonlyMap<string, OrderStatus | null>;

export function useOrderActions({
  keep,
  readOne,
  busy,
}: {
  keep: (order: Order, told?: boolean) => void;
  readOne: (id: string) => Promise<void>;
  busy: RefObject<Set<string>>;
}) {
  const t = useTranslations("vendor.live");
  const status = useTranslations("orders.status");
  const errorText = useErrorText();
  const toast = useToast();
  const [pending, setPending] = useState<Pending>(new Map());

  async function explain(current: Order) {
    const words = import("./faster").then(({ whoWasFaster }) => whoWasFaster(current, t, status));
    const title = await words.catch(() => null);
    toast({ title: title ?? t("changed", { number: current.number }), tone: "danger" });
  }

  async function run(order: Order, shown: OrderStatus | null, ask: () => Promise<Order>): Promise<boolean> {
    if (busy.current.has(order.id)) return false;
    busy.current.add(order.id);
    setPending((now) => new Map(now).set(order.id, shown));
    try {
      keep(await ask());
      return true;
    } catch (error) {
      const current = error instanceof ApiError ? (error.details.current as Order | undefined) : undefined;
      const lost = error instanceof ApiError && (error.code === "NETWORK" || error.code === "TIMEOUT");
      if (current) keep(current, true);
      const raced = current && (current.version !== order.version || current.status !== order.status);
      if (raced) void explain(current);
      else toast({ title: errorText(error), tone: "danger" });
      if (lost) void readOne(order.id); // the answer was lost, the change perhaps not
      return false;
    } finally {
      busy.current.delete(order.id);
      setPending((now) => {
        const next = new Map(now);
        next.delete(order.id);
        return next;
      });
    }
  }

  /** Moves the order; true when the API agreed. Unhappy ends are not shown in advance. */
  function move(order: Order, step: Move): Promise<boolean> {
    const forward = step.to !== "REJECTED" && step.to !== "CANCELED_BY_VENDOR";
    return run(order, forward ? step.to : null, () =>
      api.post<Order>(`/api/orders/${order.id}/transitions`, { ...step, version: order.version }),
    );
  }

  /** Gives the order to a courier, or takes it back with null; true when the API agreed. */
  function assign(order: Order, courierId: string | null): Promise<boolean> {
    return run(order, null, () =>
      api.put<Order>(`/api/orders/${order.id}/courier`, { courier_id: courierId, version: order.version }),
    );
  }

  return { pending, move, assign };
}
