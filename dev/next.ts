// Runs the app itself: `next dev`, or `next build` and `next start`.
import { copyFileSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Child, startChild } from "./children.ts";

const PROJECT = resolve(import.meta.dirname, "..");
const FIRST_PAGE_TIMEOUT_MS = 120_000;

type Environment = Record<string, string | undefined>;

/** Starts one of Next's commands; its output passes through. */
export function startNext(args: string[], env: Environment): Promise<Child> {
  const cli = join(PROJECT, "node_modules", "next", "dist", "bin", "next");
  return startChild(process.execPath, [cli, ...args], {
    cwd: PROJECT,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...env, NEXT_TELEMETRY_DISABLED: "1" },
  });
}

/** The map's worker does not resolve through the bundler: the app loads these files from its own origin. */
export function copyMapWorker(): void {
  mkdirSync(join(PROJECT, "public"), { recursive: true });
  for (const file of ["maplibre-gl-worker.mjs", "maplibre-gl-shared.mjs"]) {
    copyFileSync(join(PROJECT, "node_modules", "maplibre-gl", "dist", file), join(PROJECT, "public", file));
  }
}

/** True when the app has answered a request (other than with a failure of its own), false when the time is up. */
export async function firstPage(url: string): Promise<boolean> {
  for (const deadline = Date.now() + FIRST_PAGE_TIMEOUT_MS; Date.now() < deadline; await sleep(200)) {
    const answered = await fetch(url, { redirect: "manual" }).then(
      async (response) => Boolean(await response.text()) && response.status < 500,
      () => false,
    );
    if (answered) return true;
  }
  return false;
}
