// Coupons' shapes: what one is, how it is made and changed, and who used it. Lengths and limits are the table's.
import { z } from "zod";
import { Id, Minor, Page, pageOf, Time, text, Version } from "@/lib/platform/http/fields";

const Kind = z.enum(["percentage", "amount", "free_delivery"]);
const Percent = z.number().int().min(1).max(100);
const Amount = Minor.min(1).max(10_000_000);
const TotalLimit = z.number().int().min(1).max(1_000_000);

export const Coupon = z.object({
  id: Id,
  /** Letters and digits in capitals; however it is typed, it is compared so. */
  code: z.string(),
  kind: Kind,
  percent: z.number().int().nullable(),
  amount_minor: Minor.nullable(),
  /** The most that a percentage gives. */
  cap_minor: Minor.nullable(),
  /** Of the items. */
  minimum_minor: Minor,
  currency: z.literal("TRY"),
  person_limit: z.number().int().nullable(),
  total_limit: z.number().int().nullable(),
  starts_at: Time,
  ends_at: Time.nullable(),
  /** The switch of who made it; `state` is what follows from it, the time and the limit. */
  active: z.boolean(),
  state: z.enum(["paused", "scheduled", "active", "ended", "used_up"]),
  borne_by: z.enum(["vendor", "platform"]),
  /** Where it is good; null: at every vendor. */
  vendor: z.object({ id: Id, slug: z.string(), name: z.string() }).nullable(),
  redeemed: z.number().int(),
  given_minor: Minor,
  version: z.number().int(),
  created_at: Time,
  updated_at: Time,
});
export type Coupon = z.infer<typeof Coupon>;
export const CouponPage = pageOf(Coupon);
export type CouponPage = z.infer<typeof CouponPage>;
export const CouponsQuery = z.object(Page);

const Draft = z.object({
  code: text(3, 40),
  kind: Kind,
  percent: Percent.nullish(),
  amount_minor: Amount.nullish(),
  cap_minor: Amount.nullish(),
  minimum_minor: Minor.max(100_000_000).optional(),
  person_limit: z.number().int().min(1).max(1000).nullish(),
  total_limit: TotalLimit.nullish(),
  starts_at: Time.optional(),
  ends_at: Time.nullish(),
});
type Worth = Pick<z.infer<typeof Draft>, "kind" | "percent" | "amount_minor" | "cap_minor">;
const saysWhat = ({ kind, percent, amount_minor, cap_minor }: Worth) =>
  (kind === "percentage") === (percent != null) &&
  (kind === "amount") === (amount_minor != null) &&
  (kind === "percentage" || cap_minor == null);
const unclear = {
  path: ["kind"],
  message: "a percentage has percent (and cap_minor), an amount has amount_minor, free delivery neither",
};

/** A vendor's coupon: good at its own branches, and borne by it. */
export const NewCoupon = Draft.refine(saysWhat, unclear);
/** The platform's: good everywhere, or at one vendor. */
export const NewPlatformCoupon = Draft.extend({ vendor_slug: text(1, 200).nullish() }).refine(
  saysWhat,
  unclear,
);
/** What a coupon gives stays as it was told. With `version` the change is refused when somebody else changed it meanwhile. */
export const CouponPatch = z.object({
  active: z.boolean().optional(),
  ends_at: Time.nullish(),
  total_limit: TotalLimit.nullish(),
  version: Version.optional(),
});

/** One use; `released_at`: its order ended unhappily, and it counts no more. */
const Redemption = z.object({
  id: Id,
  order_id: Id,
  order_number: z.string(),
  order_status: z.string(),
  customer: z.string(),
  amount_minor: Minor,
  at: Time,
  released_at: Time.nullable(),
});
export type Redemption = z.infer<typeof Redemption>;
export const RedemptionPage = pageOf(Redemption);
export type RedemptionPage = z.infer<typeof RedemptionPage>;
