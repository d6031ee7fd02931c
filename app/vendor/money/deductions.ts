// An order's account or a payout's, line by line: what came in, each deduction under its own name, what is left.
import type { Payable } from "@/lib/settlement/schema";

/** What an order's line and a payout's sums have in common. */
export type Sums = Pick<
  Payable,
  | "items_minor"
  | "discount_minor"
  | "delivery_fee_minor"
  | "tip_minor"
  | "commission_minor"
  | "payment_cost_minor"
  | "promotion_minor"
  | "promoted_minor"
  | "refunded_minor"
  | "collected_minor"
>;

/** In the order of reading: income, then deductions, then what the vendor has already. */
export const PARTS = [
  { name: "items", sign: 1 },
  { name: "discount", sign: -1 },
  { name: "promoted", sign: 1 },
  { name: "delivery_fee", sign: 1 },
  { name: "tip", sign: 1 },
  { name: "commission", sign: -1 },
  { name: "payment_cost", sign: -1 },
  { name: "promotion", sign: -1 },
  { name: "refunded", sign: -1 },
  { name: "collected", sign: -1 },
] as const;

export type PartName = (typeof PARTS)[number]["name"];

/** A part as it counts towards the net: deductions are negative. Zero is never minus zero. */
export function signedPart(sums: Sums, { name, sign }: { name: PartName; sign: 1 | -1 }): number {
  return sums[`${name}_minor`] * sign || 0;
}
