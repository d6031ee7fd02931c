// Reading a vendor's figures.
import type { Database } from "@/lib/platform/supabase";
import { Insights, type InsightsQuery } from "./schema";

/** Throws FORBIDDEN without the right to money, NOT_FOUND for another vendor's branch. */
export async function vendorInsights(db: Database, filter: InsightsQuery): Promise<Insights> {
  return Insights.parse(await db.call("vendor_insights", { filter }));
}
