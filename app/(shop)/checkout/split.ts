// Who pays what: store credit as far as it reaches, if it is wanted; the rest the chosen way.
import type { PlaceOrder } from "@/lib/orders/schema";
import type { Draft } from "./draft";

export type Split = { method: PlaceOrder["payment_method"]; credit_minor: number; left_minor: number };

/** How a total is paid with this much credit in the wallet. */
export function splitOf(
  { payment_method, use_credit }: Pick<Draft, "payment_method" | "use_credit">,
  total: number,
  balance: number,
): Split {
  const credit = use_credit ? Math.min(balance, total) : 0;
  const all = credit === total && total > 0;
  return { method: all ? "wallet" : payment_method, credit_minor: credit, left_minor: total - credit };
}

/** The split as POST /api/orders takes it. */
export function paymentBody({ method, credit_minor }: Split) {
  return {
    payment_method: method,
    ...(method !== "wallet" && credit_minor > 0 && { wallet_minor: credit_minor }),
  };
}
