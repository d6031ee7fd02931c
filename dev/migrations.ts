// Applies supabase/migrations with the official CLI, exactly as a hosted project is migrated.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Pushes what is new. `workdir` holds supabase/migrations; a hash in `dataDir` skips the CLI when nothing changed. */
export async function migrate(options: {
  databaseUrl: string;
  workdir: string;
  dataDir: string;
  log: (line: string) => void;
}) {
  const applied = join(options.dataDir, "migrations.json");
  const now = hashes(join(options.workdir, "supabase", "migrations"));
  const before: Record<string, string> = existsSync(applied) ? JSON.parse(readFileSync(applied, "utf8")) : {};
  const edited = Object.keys(before).filter((file) => now[file] !== before[file]);
  if (edited.length > 0) {
    throw new Error(
      `${edited.join(", ")} changed after it was applied to this database. Throw it away and start again: npm run reset`,
    );
  }
  const fresh = Object.keys(now).filter((file) => !(file in before));
  if (fresh.length === 0) return;
  const cli = join(
    dirname(createRequire(import.meta.url).resolve("supabase/package.json")),
    "dist",
    "supabase.js",
  );
  try {
    await run(
      process.execPath,
      [
        cli,
        "db",
        "push",
        "--db-url",
        `${options.databaseUrl}?sslmode=disable`,
        "--yes",
        "--workdir",
        resolve(options.workdir),
      ],
      { env: { ...process.env, SUPABASE_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" }, maxBuffer: 64 << 20 },
    );
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`A migration failed.\n${stdout}${stderr}`.trim());
  }
  writeFileSync(applied, JSON.stringify(now, null, 2));
  options.log(`${fresh.length} migrations applied`);
}

function hashes(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  return Object.fromEntries(
    files.sort().map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex"),
    ]),
  );
}
