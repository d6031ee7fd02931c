// Rebuilding projections.
import type { Database } from "@/lib/platform/supabase";
import { Projection } from "./schema";

/** Begins to count a projection from the first event again, while it is read on as it is. Operators only. Throws NOT_FOUND. */
export async function rebuildProjection(db: Database, name: string): Promise<Projection> {
  return Projection.parse(await db.call("rebuild_projection", { name }));
}
