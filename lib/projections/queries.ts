// Reading how far projections are.
import type { Database } from "@/lib/platform/supabase";
import { ProjectionList } from "./schema";

/** Every projection with its position and lag. Operators only. */
export async function listProjections(db: Database) {
  return ProjectionList.parse(await db.call("list_projections"));
}
