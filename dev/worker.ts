// Runs the queue's worker, as `npm run worker` does, in one process that a signal reaches directly.
import { join, resolve } from "node:path";
import { type Child, startChild } from "./children.ts";

const PROJECT = resolve(import.meta.dirname, "..");

/** Starts a worker on `env`'s database; what it says passes through to stderr. */
export function startWorker(env: Record<string, string | undefined>): Promise<Child> {
  const folder = join(PROJECT, "ops", "worker");
  return startChild(process.execPath, ["--import", "tsx", join(folder, "main.ts")], {
    cwd: PROJECT,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...env, NODE_ENV: "production", TSX_TSCONFIG_PATH: join(folder, "tsconfig.json") },
  });
}
