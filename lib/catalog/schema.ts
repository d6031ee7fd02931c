// What the shop window shows: vendor cards, a vendor with its branches, a menu. Counts of stock never appear here.
import { z } from "zod";
import { Id, Lat, Lng, Minor, Page, pageOf, queryNumber, Time, text } from "@/lib/platform/http/fields";
import { ALLERGENS } from "./allergens";
import { VENDOR_SORTS } from "./sorts";

export const BusinessType = z.enum([
  "restaurant",
  "cafe",
  "bakery",
  "market",
  "greengrocer",
  "butcher",
  "florist",
  "dessert",
  "water",
  "other",
]);
export type BusinessType = z.infer<typeof BusinessType>;
export const Currency = z.literal("TRY");
export const Allergen = z.enum(ALLERGENS);

const Position = z.tuple([z.number(), z.number()]); // [longitude, latitude], as RFC 7946 has it
const Rings = z.array(z.array(Position)).min(1).max(20);
/** GeoJSON. That rings are closed, of 4 to 500 points and inside the world, the database checks (400 on `zone`). */
export const Zone = z.union(
  [
    z.object({ type: z.literal("Polygon"), coordinates: Rings }),
    z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(Rings).min(1).max(20) }),
  ],
  "must be a GeoJSON Polygon or MultiPolygon",
);
export type Zone = z.infer<typeof Zone>;

/** A time on the branch's own clock. Closing may be "24:00"; closing at or before opening runs past midnight. */
export const OpensAt = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be HH:MM");
export const ClosesAt = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "must be HH:MM, 24:00 at most");
/** A weekday's opening window; 0 is Sunday. */
export const Hours = z.object({ weekday: z.number().int().min(0).max(6), opens: OpensAt, closes: ClosesAt });
/** A date that replaces its weekday's hours. */
export const SpecialDay = z.object({
  date: z.iso.date(),
  closed: z.boolean(),
  opens: OpensAt.nullable(),
  closes: ClosesAt.nullable(),
  note: z.string(),
});
export const FeePolicy = z.enum(["zone", "distance"]);

const bothOrNeither = (point: { lat?: number | undefined; lng?: number | undefined }) =>
  (point.lat === undefined) === (point.lng === undefined);
const PointQuery = z.object({ lat: queryNumber(Lat).optional(), lng: queryNumber(Lng).optional() });
const halfPoint = { path: ["lat"], message: "give both lat and lng, or neither" };

/**
 * `category` is a business type or the name of a menu's category. Without a point, `max_fee` (kuruş) goes by the base fee, and `max_minutes`
 * and `fastest` by the preparing alone; `nearest` is then as recommended.
 */
export const VendorsQuery = PointQuery.extend({
  ...Page,
  city: text(1, 80).optional(),
  district: text(1, 80).optional(),
  q: text(0, 80).optional(),
  category: text(0, 80).optional(),
  open_now: z
    .enum(["1", "true", "0", "false"])
    .transform((value) => value === "1" || value === "true")
    .optional(),
  sort: z.enum(VENDOR_SORTS).optional(),
  max_fee: queryNumber(Minor).optional(),
  max_minutes: queryNumber(z.number().int().min(1).max(600)).optional(),
  min_rating: queryNumber(z.number().min(1).max(5)).optional(),
}).refine(bothOrNeither, halfPoint);
export type VendorsQuery = z.infer<typeof VendorsQuery>;

/** How a vendor shows itself. */
export const Shopfront = {
  id: Id,
  slug: z.string(),
  name: z.string(),
  business_type: BusinessType,
  description: z.string(),
  image_url: z.string().nullable(),
};
const Vendor = {
  ...Shopfront,
  rating: z.number().nullable(),
  rating_count: z.number().int(),
};

/** A vendor in a list, by its best branch. Fee, ETA and distance are null when no point was given. */
export const VendorCard = z.object({
  ...Vendor,
  branch: z.object({ id: Id, name: z.string(), lat: z.number(), lng: z.number() }),
  district: z.string(),
  city: z.string(),
  is_open: z.boolean(),
  opens_at: Time.nullable(),
  minimum_order_minor: Minor,
  delivery_fee_minor: Minor.nullable(),
  free_delivery_from_minor: Minor.nullable(),
  eta_minutes: z.number().int().nullable(),
  currency: Currency,
  distance_m: z.number().int().nullable(),
  serves_point: z.boolean().nullable(),
  matched_products: z.array(z.string()),
});
export type VendorCard = z.infer<typeof VendorCard>;
/** `total` counts all pages. */
export const VendorPage = pageOf(VendorCard).extend({ total: z.number().int() });
export type VendorPage = z.infer<typeof VendorPage>;

export const VendorParams = z.object({ slug: z.string().regex(/^[a-z0-9-]{1,200}$/) });
export const VendorQuery = PointQuery.refine(bothOrNeither, halfPoint);

/** A branch as customers see it. The last four are null when no point was given. */
const ShopBranch = z.object({
  id: Id,
  name: z.string(),
  lat: z.number(),
  lng: z.number(),
  district: z.string(),
  city: z.string(),
  address_text: z.string(),
  phone: z.string().nullable(),
  zone: Zone,
  is_open: z.boolean(),
  opens_at: Time.nullable(),
  closes_at: Time.nullable(),
  hours: z.array(Hours),
  special_days: z.array(SpecialDay),
  accepts_delivery: z.boolean(),
  accepts_pickup: z.boolean(),
  prep_minutes: z.number().int(),
  minimum_order_minor: Minor,
  fee_policy: FeePolicy,
  fee_base_minor: Minor,
  fee_per_km_minor: Minor,
  free_delivery_from_minor: Minor.nullable(),
  delivery_fee_minor: Minor.nullable(),
  eta_minutes: z.number().int().nullable(),
  distance_m: z.number().int().nullable(),
  serves_point: z.boolean().nullable(),
});
export type ShopBranch = z.infer<typeof ShopBranch>;
export const VendorDetail = z.object({ ...Vendor, currency: Currency, branches: z.array(ShopBranch) });
export type VendorDetail = z.infer<typeof VendorDetail>;

const MenuOptionGroup = z.object({
  id: Id,
  name: z.string(),
  min_choices: z.number().int(),
  max_choices: z.number().int(),
  options: z.array(z.object({ id: Id, name: z.string(), price_delta_minor: z.number().int() })),
});
export type MenuOptionGroup = z.infer<typeof MenuOptionGroup>;
const MenuProduct = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  image_url: z.string().nullable(),
  /** What it costs now: the regular price, or a lower one while a price rule runs. */
  price_minor: Minor,
  /** Null: it costs that. */
  regular_price_minor: Minor.nullable(),
  /** When the lower price ends, within seven days. */
  price_until: Time.nullable(),
  allergens: z.array(Allergen),
  in_stock: z.boolean(),
  option_groups: z.array(MenuOptionGroup),
});
export type MenuProduct = z.infer<typeof MenuProduct>;
export const Menu = z.object({
  branch_id: Id,
  currency: Currency,
  /** When a price may next change by a rule: what is shown is good until then. Null: not within seven days. */
  prices_until: Time.nullable(),
  vendor: z.object({ id: Id, slug: z.string(), name: z.string() }),
  categories: z.array(z.object({ id: Id, name: z.string(), products: z.array(MenuProduct) })),
});
export type Menu = z.infer<typeof Menu>;
