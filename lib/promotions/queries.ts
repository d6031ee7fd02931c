// Reading coupons and their uses, as whoever made them.
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import { CouponPage, type CouponsQuery, RedemptionPage } from "./schema";

type Page = Partial<z.infer<typeof CouponsQuery>>;

/** A page of the caller's coupons, newest first: a vendor's own, for an operator the platform's. */
export async function listCoupons(db: Database, filter: Page = {}): Promise<CouponPage> {
  return CouponPage.parse(await db.call("list_coupons", { filter }));
}

/** A page of a coupon's uses, newest first. Throws NOT_FOUND for anybody else's. */
export async function listRedemptions(db: Database, id: string, page: Page = {}): Promise<RedemptionPage> {
  return RedemptionPage.parse(await db.call("list_coupon_redemptions", { coupon_id: id, page }));
}
