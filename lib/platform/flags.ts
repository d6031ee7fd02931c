// Switches that operators throw while the house runs. Read in one call, kept for a few seconds: what guards the data asks the same rows in SQL
// (app.flag_on), so a page that is a moment behind only says something too late.
import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { cached } from "./cache";
import { bucketOf } from "./flag-bucket";
import { databaseAsService } from "./supabase";

const CACHE_SECONDS = 5;
const PATIENCE_MS = 1_000; // a page that can be shown must not wait for the words above it
const Rows = z.array(
  z.object({
    key: z.string(),
    enabled: z.boolean(),
    percentage: z.number().int(),
    allowed: z.array(z.string()),
  }),
);

/** The cache's tag: dropped when a flag is changed through this process. */
export const FLAGS = "flags";

/**
 * Whether a flag is on for a person (null: a stranger, for whom it is on when it is for everybody).
 * A flag that is not known, or cannot be read now, is on: a switch must never be what stops the house by accident.
 */
export async function flagOn(key: "ordering" | "applications", personId: string | null): Promise<boolean> {
  const read = cached("flags", CACHE_SECONDS, [FLAGS], async () =>
    Rows.parse(await databaseAsService(crypto.randomUUID()).call("read_flags")),
  ).catch(() => []);
  const rows = await Promise.race([read, sleep(PATIENCE_MS, [], { ref: false })]);
  const flag = rows.find((row) => row.key === key);
  if (!flag) return true;
  if (personId && flag.allowed.includes(personId)) return true;
  if (!flag.enabled) return false;
  return flag.percentage === 100 || (personId !== null && bucketOf(key, personId) < flag.percentage);
}
