// Runs once when a server starts. The edge has no process to stop, so only the Node server checks its environment.

export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    (await import("@/lib/platform/boot")).checkEnvironment();
    (await import("@/lib/platform/peer")).notePeers();
    const { afterEachChange } = await import("@/lib/platform/after-change");
    afterEachChange(async (requestId) => (await import("@/lib/flows/run-queue")).runQueueAfter(requestId));
  }
}
