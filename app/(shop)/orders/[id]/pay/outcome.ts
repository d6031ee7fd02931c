// How paying for an order stands: settled, over, or still to be done.
import type { Order } from "@/lib/orders/schema";
import type { Payment } from "@/lib/payments/schema";
import { endedUnhappily } from "../progress";

/** Whether money was taken: whatever became of the order since, its own page tells it. */
export function isSettled(order: Pick<Order, "status">, payment: Pick<Payment, "status">): boolean {
  return payment.status === "succeeded" || (order.status !== "NEW" && !endedUnhappily(order.status));
}

/** Whether it can no longer be paid. What the bank is thinking about is not over, however late it is. */
export function isOver(
  order: Pick<Order, "status">,
  payment: Pick<Payment, "status" | "expires_at">,
  now: number,
): boolean {
  if (isSettled(order, payment)) return false;
  if (endedUnhappily(order.status) || payment.status === "canceled") return true;
  return payment.status !== "processing" && Date.parse(payment.expires_at) <= now;
}
