// The real redis-server, where the machine has one; without it the app uses its in-memory back end.
import { accessSync, constants, openSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Redis } from "ioredis";
import { type Child, startChild } from "./children.ts";

/** The path of `redis-server` on PATH, or null. */
export function redisBinary(): string | null {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, "redis-server");
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not in this folder
    }
  }
  return null;
}

/** Starts an empty Redis that keeps nothing on disk, and a client connected to it. */
export async function startRedis(
  binary: string,
  dataDir: string,
  port: number,
): Promise<{ child: Child; client: Redis; logFile: string }> {
  const logFile = join(dataDir, "redis.log");
  const log = openSync(logFile, "w");
  const child = await startChild(
    binary,
    ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", dataDir],
    { stdio: ["ignore", log, log] },
  );
  const client = new Redis(port, "127.0.0.1", { retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on("error", () => {}); // refused until the server listens; a crash is reported by whoever watches the child
  await client.ping();
  return { child, client, logFile };
}
