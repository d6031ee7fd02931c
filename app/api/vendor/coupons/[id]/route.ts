import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";
import { updateCoupon } from "@/lib/promotions/commands";
import { Coupon, CouponPatch } from "@/lib/promotions/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route({
    summary: "Pause a coupon, resume it, or change when it ends and how often it can be used",
    auth: ["vendor_admin"],
    params: IdParams,
    body: CouponPatch,
    returns: Coupon,
    handle: async ({ db, params, body }) => ok(await updateCoupon(db, "vendor", params.id, body)),
  }),
});
