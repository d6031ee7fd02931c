// Whether an order needs an operator's eye: nobody answers it, or its promise has passed.
import type { Order } from "@/lib/orders/schema";

/** `unanswered`: NEW with less than a minute left to confirm; `late`: past its promised time. `minutes` is how late. */
export type Concern = { kind: "unanswered" } | { kind: "late"; minutes: number };

const MINUTE_MS = 60_000;

type Watched = Pick<Order, "status" | "confirm_by" | "eta_at">;

const OVER = new Set<Order["status"]>(["DELIVERED", "REJECTED", "CANCELED_BY_USER", "CANCELED_BY_VENDOR"]);

/** Whether the order has ended, well or not. */
export function isOver({ status }: Pick<Order, "status">): boolean {
  return OVER.has(status);
}

/** What is wrong with the order at `now` (ms since the epoch); null when nothing is. */
export function concernOf(order: Watched, now: number): Concern | null {
  if (isOver(order)) return null;
  const late = Math.floor((now - Date.parse(order.eta_at)) / MINUTE_MS);
  if (late >= 1) return { kind: "late", minutes: late };
  if (order.confirm_by && Date.parse(order.confirm_by) - now < MINUTE_MS) return { kind: "unanswered" };
  return null;
}
