import { created, ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { createCoupon } from "@/lib/promotions/commands";
import { listCoupons } from "@/lib/promotions/queries";
import { Coupon, CouponPage, CouponsQuery, NewPlatformCoupon } from "@/lib/promotions/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The platform's coupons, newest first",
    auth: ["admin"],
    query: CouponsQuery,
    returns: CouponPage,
    handle: async ({ db, query }) => ok(await listCoupons(db, "platform", query)),
  }),
  POST: route({
    summary: "Make a coupon of the platform, good everywhere or at one vendor",
    auth: ["admin"],
    body: NewPlatformCoupon,
    status: 201,
    returns: Coupon,
    handle: async ({ db, body }) => created(await createCoupon(db, "platform", body)),
  }),
});
