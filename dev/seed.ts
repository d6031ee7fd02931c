// Runs the project's seed, where it has one. The seed itself does nothing when its town is already there.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Sql } from "postgres";

/** Seeds the database from supabase/seed/main.ts of `workdir`. */
export async function seed(sql: Sql, workdir: string): Promise<void> {
  const file = join(workdir, "supabase", "seed", "main.ts");
  if (!existsSync(file)) return;
  const script = (await import(pathToFileURL(file).href)) as { seed(sql: Sql): Promise<void> };
  await script.seed(sql);
}
