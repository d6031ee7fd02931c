// Where a payment is made, and where the bank sends the person back to.
import type { Payment } from "@/lib/payments/schema";

/** The page that shows how this payment stands. */
export function pathOf({ id, order_id }: Pick<Payment, "id" | "order_id">): string {
  return order_id ? `/orders/${order_id}/pay` : `/wallet?payment=${id}`;
}
