// Which vendors have a page, for search engines.
import { z } from "zod";
import type { Database } from "@/lib/platform/supabase";

const Slugs = z.object({ slugs: z.array(z.string()), pages: z.number().int() });

/** A page of the slugs of all vendors that can be seen, 5000 at most, and how many such pages there are. `page` 0 is the first. */
export async function listVendorSlugs(db: Database, page: number): Promise<z.infer<typeof Slugs>> {
  return Slugs.parse(await db.call("list_vendor_slugs", { page }));
}
