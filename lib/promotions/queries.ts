// Reading coupons and their uses, as whoever made them.
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import { type Coupon, CouponPage, type CouponsQuery, RedemptionPage } from "./schema";

type Page = Partial<z.infer<typeof CouponsQuery>>;

/** A page of the coupons that the caller's vendor or, for an operator, the platform bears, newest first. Throws FORBIDDEN for the other's. */
export async function listCoupons(
  db: Database,
  borne_by: Coupon["borne_by"],
  filter: Page = {},
): Promise<CouponPage> {
  return CouponPage.parse(await db.call("list_coupons", { filter: { ...filter, borne_by } }));
}

/** A page of a coupon's uses, newest first. Throws NOT_FOUND for anybody else's. */
export async function listRedemptions(
  db: Database,
  borne_by: Coupon["borne_by"],
  id: string,
  page: Page = {},
): Promise<RedemptionPage> {
  return RedemptionPage.parse(
    await db.call("list_coupon_redemptions", { coupon_id: id, page: { ...page, borne_by } }),
  );
}
