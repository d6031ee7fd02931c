// A branch as its owner edits it: place, zone, hours, fees and times.
import { z } from "zod";
import { Phone } from "@/lib/identity/schema";
import { Id, Lat, Lng, Minor, pageOf, Time, text, Version } from "@/lib/platform/http/fields";
import { Pace } from "./pace";
import { VendorScope } from "./products";
import { ClosesAt, Currency, FeePolicy, Hours, OpensAt, SpecialDay, Zone } from "./schema";

const Fee = Minor.max(1_000_000);
const Minutes = z.number().int().min(1).max(120).nullable();
/** After how many minutes an unanswered order calls again, is mailed, and pauses the branch; null: never. */
const AlarmMinutes = {
  alarm_push_minutes: Minutes,
  alarm_email_minutes: Minutes,
  alarm_pause_minutes: Minutes,
};

export const Branch = z.object({
  id: Id,
  vendor_id: Id,
  name: z.string(),
  district_id: z.number().int(),
  district: z.string(),
  city: z.string(),
  address_text: z.string(),
  phone: z.string().nullable(),
  lat: z.number(),
  lng: z.number(),
  zone: Zone,
  time_zone: z.string(),
  active: z.boolean(),
  accepts_delivery: z.boolean(),
  accepts_pickup: z.boolean(),
  /** Couriers hand over with the customer's code only. */
  handover_code_required: z.boolean(),
  prep_minutes: z.number().int(),
  confirm_minutes: z.number().int(),
  ...AlarmMinutes,
  pace: Pace,
  minimum_order_minor: Minor,
  fee_policy: FeePolicy,
  fee_base_minor: Minor,
  fee_per_km_minor: Minor,
  free_delivery_from_minor: Minor.nullable(),
  /** Who work in the kitchen in parallel; null: orders without limit. */
  kitchen_hands: z.number().int().nullable(),
  currency: Currency,
  hours: z.array(Hours),
  special_days: z.array(SpecialDay),
  is_open: z.boolean(),
  opens_at: Time.nullable(),
  closes_at: Time.nullable(),
  version: z.number().int(),
  created_at: Time,
  updated_at: Time,
});
export type Branch = z.infer<typeof Branch>;
export const BranchPage = pageOf(Branch.omit({ zone: true }));
export type BranchPage = z.infer<typeof BranchPage>;

const SpecialDayInput = SpecialDay.extend({
  opens: OpensAt.nullish(),
  closes: ClosesAt.nullish(),
  note: text(0, 100).optional(),
});

const Settings = z.object({
  name: text(2, 120),
  district_id: z.number().int().positive().max(2_147_483_647),
  address_text: text(5, 300),
  phone: Phone.nullable(),
  lat: Lat,
  lng: Lng,
  zone: Zone,
  active: z.boolean(),
  accepts_delivery: z.boolean(),
  accepts_pickup: z.boolean(),
  /** Couriers hand over with the customer's code only. */
  handover_code_required: z.boolean(),
  prep_minutes: z.number().int().min(1).max(240),
  confirm_minutes: z.number().int().min(1).max(120),
  ...AlarmMinutes,
  minimum_order_minor: Fee,
  fee_policy: FeePolicy,
  fee_base_minor: Fee,
  fee_per_km_minor: Fee,
  free_delivery_from_minor: Minor.max(100_000_000).nullable(),
  kitchen_hands: z.number().int().min(1).max(50).nullable(),
  hours: z.array(Hours).max(42),
  special_days: z.array(SpecialDayInput).max(100),
});
const REQUIRED = { name: true, district_id: true, address_text: true, lat: true, lng: true } as const;

/** A new branch is hidden until `active`, and delivers some 1.5 km around until its zone is drawn. */
export const NewBranch = Settings.partial().required(REQUIRED).extend(VendorScope.shape);
/** Hours and special days are replaced whole. With `version` the change is refused when someone else changed the branch meanwhile. */
export const BranchPatch = Settings.partial().extend({ version: Version.optional() });
