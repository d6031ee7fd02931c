import { created, ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { createCoupon } from "@/lib/promotions/commands";
import { listCoupons } from "@/lib/promotions/queries";
import { Coupon, CouponPage, CouponsQuery, NewCoupon } from "@/lib/promotions/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The coupons of the caller's vendor, newest first",
    auth: ["vendor_admin"],
    query: CouponsQuery,
    returns: CouponPage,
    handle: async ({ db, query }) => ok(await listCoupons(db, "vendor", query)),
  }),
  POST: route({
    summary: "Make a coupon, good at the caller's own branches and borne by the vendor",
    auth: ["vendor_admin"],
    body: NewCoupon,
    status: 201,
    returns: Coupon,
    handle: async ({ db, body }) => created(await createCoupon(db, "vendor", body)),
  }),
});
