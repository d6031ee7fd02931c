// Orders that wait for their card payment. Until it comes no branch sees them, and after ten minutes they end by themselves.
import type { Order } from "@/lib/orders/schema";

/** Whether the order waits to be paid by card. */
export function awaitsPayment(order: Pick<Order, "status" | "payment_method" | "payment_status">): boolean {
  return order.status === "NEW" && order.payment_method === "card" && order.payment_status === "pending";
}

/** Whether a reason to end says that the payment never came. */
export function isPaymentExpired(reason: unknown): boolean {
  return reason === "PAYMENT_EXPIRED";
}
