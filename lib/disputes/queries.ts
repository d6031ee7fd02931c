// Reading disputes.
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import { DisputePage, type DisputesQuery } from "./schema";

/** A page of the caller's disputes, newest first: a customer's own, a vendor's, or for an operator all. */
export async function listDisputes(
  db: Database,
  filter: Partial<z.infer<typeof DisputesQuery>> = {},
): Promise<DisputePage> {
  return DisputePage.parse(await db.call("list_disputes", { filter }));
}
