// Making and changing coupons, each by one SQL function (supabase/migrations/*_promotions.sql): a vendor's own, an operator's the platform's.
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import { Coupon, type CouponPatch, type NewPlatformCoupon } from "./schema";

/** `borne_by` is who makes it. Throws VALIDATION_ERROR on `code` when it is taken, NOT_FOUND for the vendor. */
export async function createCoupon(
  db: Database,
  borne_by: Coupon["borne_by"],
  coupon: z.infer<typeof NewPlatformCoupon>,
): Promise<Coupon> {
  return Coupon.parse(await db.call("create_coupon", { coupon: { ...coupon, borne_by } }));
}

/** Throws NOT_FOUND for anybody else's, VERSION_CONFLICT with `details.current`, VALIDATION_ERROR for a limit below what was used. */
export async function updateCoupon(
  db: Database,
  borne_by: Coupon["borne_by"],
  id: string,
  patch: z.infer<typeof CouponPatch>,
): Promise<Coupon> {
  return Coupon.parse(await db.call("update_coupon", { coupon_id: id, patch: { ...patch, borne_by } }));
}
