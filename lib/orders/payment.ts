// Where an order's money stands: what is taken at the door, and what can still be given back.
import type { Order } from "./schema";

type Paid = Pick<Order, "payment_method" | "total_minor" | "wallet_minor">;

const ENDED: ReadonlySet<Order["status"]> = new Set([
  "DELIVERED",
  "REJECTED",
  "CANCELED_BY_USER",
  "CANCELED_BY_VENDOR",
]);

/** How the part that store credit does not pay is taken at the door or counter; null when nothing is. */
export function methodAtDoor({
  payment_method,
  total_minor,
  wallet_minor,
}: Paid): "cash" | "card_on_delivery" | null {
  if (payment_method === "wallet" || payment_method === "card" || wallet_minor >= total_minor) return null;
  return payment_method;
}

/** What is still to be taken at the door, in minor units: nothing once it is paid or void. */
export function toCollect(order: Paid & Pick<Order, "payment_status">): number {
  return order.payment_status === "pending" && methodAtDoor(order)
    ? order.total_minor - order.wallet_minor
    : 0;
}

/** What of the money paid has not been given back. */
export function refundable({
  status,
  paid_minor,
  refunded_minor,
}: Pick<Order, "status" | "paid_minor" | "refunded_minor">): number {
  return ENDED.has(status) ? Math.max(0, paid_minor - refunded_minor) : 0;
}
