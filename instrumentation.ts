// Runs once when a server starts. The edge has no process to stop, so only the Node server checks its environment.
import type { Instrumentation } from "next";
import { report } from "@/lib/platform/report";

export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    (await import("@/lib/platform/boot")).checkEnvironment();
    await (await import("@/lib/platform/seeing/start")).startSeeing();
    (await import("@/lib/platform/peer")).notePeers();
    (await import("@/lib/platform/http/door")).guardDoor();
    (await import("@/lib/platform/edge-refusals")).countEdgeRefusals();
    const { afterEachChange } = await import("@/lib/platform/after-change");
    afterEachChange(async (requestId) => (await import("@/lib/flows/run-queue")).runQueueAfter(requestId));
  } else {
    await (await import("@/lib/platform/seeing/start-edge")).startSeeingAtTheEdge();
  }
}

/** What pages and the edge let through; the API's routes answer their own errors (lib/platform/http/observed.ts). `digest` is what a visitor is shown. */
export const onRequestError: Instrumentation.onRequestError = (
  error,
  { method },
  { routePath, routeType },
) => {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  report(error, { method, route: routePath, kind: routeType, ...(digest && { digest }) });
};
