// Stands in for the hosted scheduler: calls the app's due jobs while it runs. A failed call is simply made again.
const INTERVAL_MS = 10_000;

/** Starts calling. Returns how to stop. */
export function startCron(appUrl: string, secret: string): () => void {
  const timer = setInterval(() => {
    fetch(`${appUrl}/api/jobs/reject-unconfirmed`, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}` },
      signal: AbortSignal.timeout(INTERVAL_MS - 1_000),
    })
      .then((response) => response.body?.cancel())
      .catch(() => {});
  }, INTERVAL_MS);
  return () => clearInterval(timer);
}
