// Builds the service worker to public/worker.js, where Next serves it from.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { build, stop } from "esbuild";

/** `root` is the project's folder. Each build makes another worker: a page of an older one is told of the new version. */
export async function buildWorker(root: string): Promise<void> {
  await build({
    entryPoints: [join(root, "lib/browser/worker/main.ts")],
    outfile: join(root, "public/worker.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    define: {
      BUILD: JSON.stringify(process.env.VERCEL_GIT_COMMIT_SHA ?? randomUUID()),
      "process.env.NODE_ENV": '"production"',
    },
    logLevel: "warning",
  });
  await stop(); // its process would live as long as ours
}
