// Stands in for the hosted scheduler: calls the app's due jobs while it runs. A failed call is simply made again.
const JOBS = [
  { path: "/api/jobs/escalate-unanswered", everyMs: 10_000 },
  { path: "/api/jobs/reject-unconfirmed", everyMs: 10_000 },
  { path: "/api/jobs/sagas", everyMs: 3_000 }, // the sandbox's webhooks come with it: a person waits for them
];
const LIMIT_MS = 9_000;

// Retries and what waited, where the rest follows each request; beside a worker, which does all of it, no oftener than a hosted scheduler.
const outbox = (hasWorker: boolean) => ({ path: "/api/jobs/outbox", everyMs: hasWorker ? 60_000 : 1_000 });

/** Starts calling. Returns how to stop. */
export function startCron(appUrl: string, secret: string, { hasWorker = false } = {}): () => void {
  const timers = [...JOBS, outbox(hasWorker)].map(({ path, everyMs }) =>
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
