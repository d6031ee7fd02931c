import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";
import { listRedemptions } from "@/lib/promotions/queries";
import { CouponsQuery, RedemptionPage } from "@/lib/promotions/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Who used a coupon of the caller's vendor, newest first",
    auth: ["vendor_admin"],
    params: IdParams,
    query: CouponsQuery,
    returns: RedemptionPage,
    handle: async ({ db, params, query }) => ok(await listRedemptions(db, "vendor", params.id, query)),
  }),
});
