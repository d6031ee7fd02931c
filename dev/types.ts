// Writes lib/platform/database.types.ts from the migrations, on a database of its own that is thrown away afterwards.
import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { createAuth } from "./auth.ts";
import { migrate } from "./migrations.ts";
import { databaseUrlOf, startPostgres } from "./postgres.ts";

const PROJECT = resolve(import.meta.dirname, "..");
const FILE = join(PROJECT, "lib", "platform", "database.types.ts");
const HEADER = "// Generated from supabase/migrations by `npm run generate`. Do not edit.\n";

/** Writes the types or, with `check`, only compares. Returns false when the file on disk is stale. */
export async function writeTypes(options: { check: boolean }): Promise<boolean> {
  const types = HEADER + (await generate());
  const isFresh = existsSync(FILE) && readFileSync(FILE, "utf8") === types;
  if (!isFresh && !options.check) writeFileSync(FILE, types);
  return isFresh || !options.check;
}

async function generate(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), "kapgel-types-"));
  chmodSync(dataDir, 0o755); // run by root, Postgres works as a user of its own and must get in
  const port = await freePort();
  const databaseUrl = databaseUrlOf(port);
  try {
    const { child, sql } = await startPostgres(dataDir, port);
    try {
      await sql.unsafe(readFileSync(join(import.meta.dirname, "bootstrap.sql"), "utf8"));
      const auth = await createAuth(databaseUrl, sql, join(dataDir, "files"));
      await migrate({ databaseUrl, workdir: PROJECT, dataDir, log: () => {} });
      await auth.close();
      return await typescriptOf(databaseUrl);
    } finally {
      await sql.end({ timeout: 1 });
      await child.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function typescriptOf(databaseUrl: string): Promise<string> {
  const library = createRequire(import.meta.url).resolve("@supabase/postgres-meta");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(library, "..", "..", "server", "server.js")],
    {
      env: {
        ...process.env,
        PG_META_DB_URL: databaseUrl,
        PG_META_GENERATE_TYPES: "typescript",
        PG_META_GENERATE_TYPES_INCLUDED_SCHEMAS: "public",
        PG_META_GENERATE_TYPES_DETECT_ONE_TO_ONE_RELATIONSHIPS: "true",
      },
      maxBuffer: 64 << 20,
    },
  );
  return stdout;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}
