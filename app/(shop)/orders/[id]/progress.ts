// An order's way in steps: the happy path of its type, what has happened so far, and what is still to come.
import type { Order, OrderEvent, OrderStatus } from "@/lib/orders/schema";

const DELIVERY = ["NEW", "CONFIRMED", "PREPARING", "READY", "PICKED_UP", "ON_ROUTE", "DELIVERED"] as const;
const PICKUP = ["NEW", "CONFIRMED", "PREPARING", "READY", "DELIVERED"] as const;
const UNHAPPY: ReadonlySet<OrderStatus> = new Set(["REJECTED", "CANCELED_BY_USER", "CANCELED_BY_VENDOR"]);

export type Step = {
  id: string;
  status: OrderStatus;
  state: "done" | "current" | "todo" | "failed";
  /** Null for what is still to come. */
  event: OrderEvent | null;
};

/** Whether the order ended other than at the door. */
export function endedUnhappily(status: OrderStatus): boolean {
  return UNHAPPY.has(status);
}

/** Whether nothing more will happen. */
export function hasEnded(status: OrderStatus): boolean {
  return status === "DELIVERED" || UNHAPPY.has(status);
}

/** How far along the happy path: `at` of `of` steps; null after an unhappy end. */
export function progressOf({
  status,
  type,
}: Pick<Order, "status" | "type">): { at: number; of: number } | null {
  const path: readonly OrderStatus[] = type === "pickup" ? PICKUP : DELIVERY;
  const index = path.indexOf(status);
  return index < 0 ? null : { at: index + 1, of: path.length };
}

/** The timeline: every status passed with its event, the current one, and the steps ahead unless it ended. */
export function stepsOf({ status, type }: Pick<Order, "status" | "type">, events: OrderEvent[]): Step[] {
  const passed = events.flatMap((event): Step[] => {
    const reached =
      event.type === "order.created" ? "NEW" : event.type === "order.status_changed" ? event.data.to : null;
    if (typeof reached !== "string") return [];
    return [{ id: String(event.version), status: reached as OrderStatus, state: "done", event }];
  });
  // The status may be known a moment before the event that tells who and when.
  if (passed.at(-1)?.status !== status) passed.push({ id: status, status, state: "done", event: null });
  const last = passed.at(-1);
  if (last && UNHAPPY.has(status)) last.state = "failed";
  else if (last && status !== "DELIVERED") last.state = "current";
  if (hasEnded(status)) return passed;
  const path: readonly OrderStatus[] = type === "pickup" ? PICKUP : DELIVERY;
  const ahead = path.slice(path.indexOf(status) + 1);
  return [...passed, ...ahead.map((next): Step => ({ id: next, status: next, state: "todo", event: null }))];
}
