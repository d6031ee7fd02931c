import { vendorInsights } from "@/lib/insights/queries";
import { Insights, InsightsQuery } from "@/lib/insights/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The vendor's figures over a period, beside those of the period before",
    auth: ["vendor_admin"],
    query: InsightsQuery,
    returns: Insights,
    handle: async ({ db, query }) => ok(await vendorInsights(db, query)),
  }),
});
