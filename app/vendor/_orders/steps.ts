// Where an order stands on the board and what the vendor may do with it: only what the API allows for this order.
import type { Order, OrderStatus } from "@/lib/orders/schema";

export const COLUMNS = ["NEW", "CONFIRMED", "PREPARING", "READY", "ROAD"] as const;
export type ColumnId = (typeof COLUMNS)[number];

const FORWARD: readonly OrderStatus[] = [
  "CONFIRMED",
  "PREPARING",
  "READY",
  "PICKED_UP",
  "ON_ROUTE",
  "DELIVERED",
];
const ASSIGNABLE: ReadonlySet<OrderStatus> = new Set(["CONFIRMED", "PREPARING", "READY"]);

/** The column of an order that is under way. */
export function columnOf(status: OrderStatus): ColumnId {
  return COLUMNS.find((column) => column === status) ?? "ROAD";
}

/** The step that moves the order on, or null when that is not the vendor's to do. */
export function nextStep(order: Order): OrderStatus | null {
  return FORWARD.find((status) => order.allowed_transitions.includes(status)) ?? null;
}

const BY_HAND: ReadonlySet<OrderStatus> = new Set(["CONFIRMED", "PREPARING", "READY"]);

/** The column a card may be dragged to, or null. Handing over is none: it ends the order, and a slip of the mouse must not. */
export function boardStep(order: Order): OrderStatus | null {
  const step = nextStep(order);
  return step && BY_HAND.has(step) ? step : null;
}

/** When the order should have left its present column: the kitchen's time, then the customer's. Null while it waits for an answer. */
export function dueAt({ status, ready_by, eta_at }: Order): string | null {
  if (status === "NEW") return null;
  return status === "CONFIRMED" || status === "PREPARING" ? ready_by : eta_at;
}

/** How the vendor may end the order unhappily, or null. */
export function unhappyEnd(order: Order): "REJECTED" | "CANCELED_BY_VENDOR" | null {
  if (order.allowed_transitions.includes("REJECTED")) return "REJECTED";
  return order.allowed_transitions.includes("CANCELED_BY_VENDOR") ? "CANCELED_BY_VENDOR" : null;
}

/** Whether a courier may be chosen or changed now. */
export function canAssign(order: Order): boolean {
  return order.type === "delivery" && ASSIGNABLE.has(order.status);
}

/** A delivery that waits at the counter with nobody to take it. */
export function lacksCourier(order: Order): boolean {
  return order.status === "READY" && order.type === "delivery" && order.courier === null;
}

/** A customer as called out at the counter: the first name. */
export function firstName(fullName: string): string {
  return fullName.trim().split(/\s+/u)[0] ?? "";
}
