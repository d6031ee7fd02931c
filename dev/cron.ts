// Stands in for the hosted scheduler: calls the app's due jobs while it runs. A failed call is simply made again.
const JOBS = [
  { path: "/api/jobs/outbox", everyMs: 1_000 }, // retries and what waited; the rest follows each request
  { path: "/api/jobs/reject-unconfirmed", everyMs: 10_000 },
  { path: "/api/jobs/sagas", everyMs: 3_000 }, // the sandbox's webhooks come with it: a person waits for them
];
const LIMIT_MS = 9_000;

/** Starts calling. Returns how to stop. */
export function startCron(appUrl: string, secret: string): () => void {
  const timers = JOBS.map(({ path, everyMs }) =>
    setInterval(() => {
      fetch(`${appUrl}${path}`, {
        method: "POST",
        headers: { authorization: `Bearer ${secret}` },
        signal: AbortSignal.timeout(LIMIT_MS),
      })
        .then((response) => response.body?.cancel())
        .catch(() => {});
    }, everyMs),
  );
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
