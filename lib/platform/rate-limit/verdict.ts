/** What a limit says of one request; `resetAt` in ms since the epoch. */
export type Verdict = { allowed: boolean; limit: number; remaining: number; resetAt: number };

/** The standard headers of a limited answer; of several limits the one that is nearest. Times in seconds from now. */
export function limitHeaders(verdicts: readonly Verdict[], now = Date.now()): Record<string, string> {
  const [nearest] = [...verdicts].sort(
    (a, b) => Number(a.allowed) - Number(b.allowed) || a.remaining / a.limit - b.remaining / b.limit,
  );
  if (!nearest) return {};
  const seconds = String(Math.max(1, Math.ceil((nearest.resetAt - now) / 1000)));
  return {
    "RateLimit-Limit": String(nearest.limit),
    "RateLimit-Remaining": String(nearest.remaining),
    "RateLimit-Reset": seconds,
    ...(nearest.allowed ? {} : { "Retry-After": seconds }),
  };
}
