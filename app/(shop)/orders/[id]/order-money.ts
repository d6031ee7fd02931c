// An order's money as its customer sees it: what came from where, and where a refund of it goes.
import type { Order } from "@/lib/orders/schema";
import { endedUnhappily } from "./progress";

type Target = "wallet" | "card" | "original";

/** What the chosen method pays, and whether that was ever taken: an order may end before it was. */
export function restOf({
  status,
  total_minor,
  wallet_minor,
  paid_minor,
}: Pick<Order, "status" | "total_minor" | "wallet_minor" | "paid_minor">): { minor: number; void: boolean } {
  const minor = total_minor - wallet_minor;
  return { minor, void: minor > 0 && paid_minor <= wallet_minor && endedUnhappily(status) };
}

/** Where each refund went, in their order: the card is served first, credit gets the rest. `original`: a part to each. */
export function targetsOf(
  order: Pick<Order, "payment_method" | "total_minor" | "wallet_minor" | "paid_minor" | "refunds">,
): Target[] {
  const { payment_method, total_minor, wallet_minor, paid_minor } = order;
  let left = paid_minor;
  let onCard = payment_method === "card" && paid_minor > wallet_minor ? total_minor - wallet_minor : 0;
  return order.refunds.map(({ to, amount_minor }) => {
    const card = to === "original" ? Math.min(amount_minor, left, onCard) : 0;
    onCard -= card;
    left -= amount_minor;
    return card === 0 ? "wallet" : card === amount_minor ? "card" : "original";
  });
}
