import { TABLES } from "@/lib/insights/files";
import { vendorInsights } from "@/lib/insights/queries";
import { InsightFileQuery } from "@/lib/insights/schema";
import { csv } from "@/lib/platform/http/csv";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "One part of the vendor's figures, as a CSV file",
    auth: ["vendor_admin"],
    query: InsightFileQuery,
    returns: "csv",
    handle: async ({ db, query: { part, ...filter } }) => {
      const { columns, rows } = TABLES[part](await vendorInsights(db, filter));
      return csv(`kapgel-${part}-${filter.period}`, columns, rows);
    },
  }),
});
