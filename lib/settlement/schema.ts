// Settlement's shapes: what an order leaves the vendor, deduction by deduction; cash from couriers; payouts.
import { z } from "zod";
import { Id, Minor, Page, pageOf, Time, text } from "@/lib/platform/http/fields";

const Signed = z.number().int();

/** One line of a vendor's account: an order handed over, or a refund of one (then only what changed stands in it). net = items − discount + delivery_fee + tip − commission − payment_cost − promotion + promoted − refunded − collected. */
export const Payable = z.object({
  id: Id,
  kind: z.enum(["sale", "refund"]),
  order_id: Id,
  order_number: z.string(),
  at: Time,
  items_minor: Minor,
  discount_minor: Minor,
  delivery_fee_minor: Minor,
  tip_minor: Minor,
  /** Commission is taken on what the vendor gets for the items: what the customer paid for them, and the house's part of a discount on them. In basis points (1000 = 10 %). A refund gives its part back: then it is negative. */
  commission_bps: z.number().int(),
  commission_minor: Signed,
  /** What taking the card cost. */
  payment_cost_minor: Minor,
  /** The vendor's own part of a campaign. */
  promotion_minor: Minor,
  /** The part of the discount that the house pays the vendor. A refund takes its part back: then it is negative. */
  promoted_minor: Signed,
  /** Given back to the customer at the vendor's expense. */
  refunded_minor: Minor,
  /** Taken at the door or counter by the vendor itself: it has this money already. */
  collected_minor: Minor,
  net_minor: Signed,
  payout_id: Id.nullable(),
});
export type Payable = z.infer<typeof Payable>;
export const PayablePage = pageOf(Payable);
export const PayablesQuery = z.object({ ...Page, open: z.enum(["true", "false"]).optional() });

export const VendorMoney = z.object({
  currency: z.literal("TRY"),
  /** Not yet paid out; negative: the vendor owes commission on money it took at the door. */
  balance_minor: Signed,
  /** Cash the couriers carry and have not handed in. */
  cash_with_couriers_minor: Minor,
  commission_bps: z.number().int(),
  payment_cost_bps: z.number().int(),
  last_payout: z.object({ id: Id, amount_minor: Signed, created_at: Time }).nullable(),
});
export type VendorMoney = z.infer<typeof VendorMoney>;

export const Payout = z.object({
  id: Id,
  number: z.string(),
  vendor: z.object({ id: Id, name: z.string() }),
  orders: z.number().int(),
  /** The sums of its orders' lines. */
  items_minor: Minor,
  discount_minor: Minor,
  delivery_fee_minor: Minor,
  tip_minor: Minor,
  commission_minor: Signed,
  payment_cost_minor: Minor,
  promotion_minor: Minor,
  promoted_minor: Signed,
  refunded_minor: Minor,
  collected_minor: Minor,
  amount_minor: Signed,
  currency: z.literal("TRY"),
  created_at: Time,
});
export type Payout = z.infer<typeof Payout>;
export const PayoutDetail = Payout.extend({ lines: z.array(Payable) });
export type PayoutDetail = z.infer<typeof PayoutDetail>;
export const PayoutPage = pageOf(Payout);
export const PayoutsQuery = z.object(Page);
export const AllPayoutsQuery = PayoutsQuery.extend({ vendor_id: Id.optional() });
export const PayoutDraft = z.object({ vendor_id: Id });

/** Cash one courier carries for the vendor. */
export const CourierCash = z.object({
  courier_id: Id,
  full_name: z.string(),
  cash_minor: Minor,
  orders: z.number().int(),
  since: Time.nullable(),
});
export type CourierCash = z.infer<typeof CourierCash>;
export const CourierCashList = z.object({ data: z.array(CourierCash) });

export const HandInDraft = z.object({ courier_id: Id, counted_minor: Minor, note: text(0, 300).nullish() });
export const HandIn = z.object({
  id: Id,
  courier_id: Id,
  full_name: z.string(),
  expected_minor: Minor,
  counted_minor: Minor,
  /** Counted less expected. */
  difference_minor: Signed,
  note: z.string().nullable(),
  orders: z.number().int(),
  created_at: Time,
});
export type HandIn = z.infer<typeof HandIn>;
export const HandInPage = pageOf(HandIn);
export const HandInsQuery = z.object({ ...Page, courier_id: Id.optional() });

/** The courier's own view: what they carry and for which orders. */
export const MyCash = z.object({
  cash_minor: Minor,
  currency: z.literal("TRY"),
  collected: z.array(z.object({ order_id: Id, order_number: z.string(), amount_minor: Minor, at: Time })),
});
export type MyCash = z.infer<typeof MyCash>;
