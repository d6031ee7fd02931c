// `npm run worker`: does the queue's work in a process of its own, beside any number of others and of the app's own calls. Ends on SIGINT or
// SIGTERM when what it has begun is done.
import { existsSync } from "node:fs";
import { setPriority } from "node:os";
import { houseQueue } from "../../lib/flows/run-queue";
import { checkEnvironment } from "../../lib/platform/boot";
import { log } from "../../lib/platform/logger";
import { startSeeing } from "../../lib/platform/seeing/start";

const PARALLEL = Number(process.env.WORKER_PARALLEL ?? 8);
const SHARE = Number(process.env.WORKER_SHARE ?? 1);
const GRACE_MS = 15_000; // longer than a job may take

for (const file of [".env.local", ".env"]) {
  if (existsSync(file)) process.loadEnvFile(file); // what is set already wins
}
checkEnvironment();
await startSeeing();
setPriority(10); // where it shares a machine with the app, requests come first
if (!Number.isInteger(PARALLEL) || PARALLEL < 1 || PARALLEL > 100) {
  log("error", `WORKER_PARALLEL must be a number from 1 to 100, not "${process.env.WORKER_PARALLEL}".`);
  process.exit(1);
}
if (!(SHARE > 0 && SHARE <= 1)) {
  log("error", `WORKER_SHARE must be a share of the time, as 0.25, not "${process.env.WORKER_SHARE}".`);
  process.exit(1);
}

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (stop.signal.aborted) return;
    log("info", "the worker finishes what it has begun");
    stop.abort();
    setTimeout(() => process.exit(1), GRACE_MS).unref();
  });
}

log("info", "the worker is ready", { parallel: PARALLEL });
await houseQueue(`worker-${process.pid}`).work({ parallel: PARALLEL, share: SHARE, signal: stop.signal });
log("info", "the worker has stopped");
process.exit(0);
