import { vendorStats } from "@/lib/orders/queries";
import { StatsQuery, VendorStats } from "@/lib/orders/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The caller's vendor in numbers",
    auth: ["vendor_admin"],
    query: StatsQuery,
    returns: VendorStats,
    handle: async ({ db, query }) => ok(await vendorStats(db, query.period)),
  }),
});
