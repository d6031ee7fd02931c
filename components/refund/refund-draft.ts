// What a refund will be, before it is asked for: its amount, where each part goes, and the request it becomes. The server decides; this
// counts as it does (supabase/migrations/*_payments.sql), so that what is said before is what happens.
import { refundable } from "@/lib/orders/payment";
import type { Order } from "@/lib/orders/schema";
import type { RefundDraft } from "@/lib/payments/schema";

export type RefundChoice = {
  kind: "whole" | "items" | "amount";
  /** How many pieces to give back, by line. */
  pieces: Readonly<Record<number, number>>;
  /** As typed: null when empty, undefined when unreadable. */
  amount: number | null | undefined;
  to: RefundDraft["to"];
  reason: string;
};

/** Where the money of this order may go; the first is what is offered. What was paid at the door can only become credit. */
export function targetsOf({ payment_method }: Pick<Order, "payment_method">): RefundDraft["to"][] {
  return payment_method === "card" ? ["original", "wallet"] : ["wallet"];
}

/** The choice a dialog opens with: all that is left, the way it came. */
export function firstChoice(order: Pick<Order, "payment_method">): RefundChoice {
  return { kind: "whole", pieces: {}, amount: null, to: targetsOf(order)[0] ?? "wallet", reason: "" };
}

/** What was paid for a line's first `count` pieces: a difference of one running sum, so that all pieces add up to what was paid. */
function paidFor(order: Order, line: number, count: number): number {
  if (order.subtotal_minor === 0) return 0;
  const paid = BigInt(order.subtotal_minor - order.discount_minor + order.delivery_discount_minor);
  const item = order.items.find((one) => one.line === line);
  const before = order.items.reduce((sum, one) => sum + (one.line < line ? one.line_total_minor : 0), 0);
  const discounted = (minor: number) => (BigInt(minor) * paid) / BigInt(order.subtotal_minor);
  return Number(discounted(before + (item?.unit_price_minor ?? 0) * count) - discounted(before));
}

/** What giving back `count` more pieces of a line comes to. */
export function piecesMinor(order: Order, line: number, count: number): number {
  const back = order.items.find((one) => one.line === line)?.refunded_quantity ?? 0;
  return paidFor(order, line, back + count) - paidFor(order, line, back);
}

/** The amount chosen, in minor units; null while nothing readable is chosen. It may exceed what is left. */
export function chosenMinor(order: Order, { kind, pieces, amount }: RefundChoice): number | null {
  if (kind === "amount") return amount ? amount : null;
  if (kind === "whole") return refundable(order);
  const sum = order.items.reduce((total, { line }) => total + piecesMinor(order, line, pieces[line] ?? 0), 0);
  return sum > 0 ? Math.min(sum, refundable(order)) : null;
}

/** How an amount goes back: the card is served first, credit gets the rest. */
export function partsOf(
  order: Order,
  minor: number,
  to: RefundDraft["to"],
): { card: number; wallet: number } {
  let left = order.paid_minor;
  let onCard = order.payment_method === "card" ? order.total_minor - order.wallet_minor : 0;
  for (const refund of order.refunds) {
    if (refund.to === "original") onCard -= Math.min(refund.amount_minor, left, onCard);
    left -= refund.amount_minor;
  }
  const card = to === "original" ? Math.min(minor, left, onCard) : 0;
  return { card, wallet: minor - card };
}

/** The request; null while the amount or the reason is missing. */
export function draftOf(order: Order, choice: RefundChoice): RefundDraft | null {
  const minor = chosenMinor(order, choice);
  const reason = choice.reason.trim();
  if (minor === null || minor > refundable(order) || reason.length < 3) return null;
  const { to, kind, pieces } = choice;
  if (kind === "whole") return { to, reason };
  if (kind === "amount") return { amount_minor: minor, to, reason };
  const items = order.items.flatMap(({ line }) => {
    const quantity = pieces[line] ?? 0;
    return quantity > 0 ? [{ line, quantity }] : [];
  });
  return { items, to, reason };
}
