import { TABLES } from "@/lib/insights/files";
import { vendorInsights } from "@/lib/insights/queries";
import { InsightPart, InsightsQuery } from "@/lib/insights/schema";
import { csv } from "@/lib/platform/http/csv";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "One part of the vendor's figures, as a CSV file",
    auth: ["vendor_admin"],
    params: InsightPart,
    query: InsightsQuery,
    returns: "csv",
    handle: async ({ db, params, query }) => {
      const { columns, rows } = TABLES[params.part](await vendorInsights(db, query));
      return csv(`kapgel-${params.part}-${query.period}`, columns, rows);
    },
  }),
});
