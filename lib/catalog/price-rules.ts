// Price rules ("happy hours"): which products cost less, when, and at which branches. Lengths and limits are the SQL functions'.
import { z } from "zod";
import { Id, Minor, Page, pageOf, Time, text, Version } from "@/lib/platform/http/fields";
import { VendorScope } from "./products";
import { ClosesAt, OpensAt } from "./schema";

const Scope = z.enum(["menu", "categories", "products"]);
const Percent = z.number().int().min(1).max(100);
const Price = Minor.max(100_000_000);
const Day = z.iso
  .date()
  .refine((date) => date >= "2000-01-01" && date < "2100-01-01", "must be between 2000 and 2099");
const Weekdays = z.array(z.number().int().min(0).max(6)).min(1).max(7);
const Targets = {
  category_ids: z.array(Id).max(50),
  /** A new price for each where there is no percentage. */
  products: z.array(z.object({ product_id: Id, price_minor: Price.nullish() })).max(500),
};

export const PriceRule = z.object({
  id: Id,
  vendor_id: Id,
  name: z.string(),
  scope: Scope,
  /** Taken off; null: each of the products has a new price. */
  percent: z.number().int().nullable(),
  /** The days on which it starts; 0 is Sunday. */
  weekdays: z.array(z.number().int()),
  /** On the branch's own clock; ending at or before the start is on the next day. */
  starts: z.string(),
  ends: z.string(),
  /** The first and the last day on which it starts. */
  from_date: z.iso.date().nullable(),
  until_date: z.iso.date().nullable(),
  /** Null: at every branch. */
  branch_ids: z.array(Id).nullable(),
  category_ids: z.array(Id),
  products: z.array(
    z.object({ product_id: Id, name: z.string(), regular_minor: Minor, price_minor: Minor.nullable() }),
  ),
  /** The vendor's switch; `state` is what follows from it and the time. */
  active: z.boolean(),
  state: z.enum(["paused", "running", "waiting", "ended"]),
  /** When it ends or starts; null: not within seven days, or never again. */
  changes_at: Time.nullable(),
  version: z.number().int(),
  created_at: Time,
  updated_at: Time,
});
export type PriceRule = z.infer<typeof PriceRule>;
export const PriceRulePage = pageOf(PriceRule);
export type PriceRulePage = z.infer<typeof PriceRulePage>;
export const PriceRulesQuery = VendorScope.extend(Page);

/** Where `percent` is null the scope is `products`. */
export const NewPriceRule = VendorScope.extend({
  name: text(1, 80),
  scope: Scope,
  /** Null: each of the products has its new price. */
  percent: Percent.nullable(),
  weekdays: Weekdays,
  starts: OpensAt,
  ends: ClosesAt,
  from_date: Day.nullish(),
  until_date: Day.nullish(),
  branch_ids: z.array(Id).max(200).nullish(),
  category_ids: Targets.category_ids.optional(),
  products: Targets.products.optional(),
  active: z.boolean().optional(),
});
export type NewPriceRule = z.infer<typeof NewPriceRule>;
/** With `version` the change is refused when somebody else changed the rule meanwhile. */
export const PriceRulePatch = NewPriceRule.omit({ vendor_id: true })
  .partial()
  .extend({ version: Version.optional() });

/** What is asked of a rule that may not be saved yet. */
export const PreviewPriceRule = NewPriceRule.pick({
  vendor_id: true,
  scope: true,
  percent: true,
  category_ids: true,
  products: true,
});
/** Three of the `count` products it would hold for, with what it would make of their prices. */
export const PricePreview = z.object({
  count: z.number().int(),
  data: z.array(z.object({ product_id: Id, name: z.string(), regular_minor: Minor, price_minor: Minor })),
});
export type PricePreview = z.infer<typeof PricePreview>;
