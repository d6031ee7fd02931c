// Where Sentry is told, and as whose program: the same on the server, at the edge and, written into the page, in browsers.

export type SentrySettings = { dsn: string; release: string | undefined; environment: string };
type Source = Record<string, string | undefined>;

/**
 * The settings for one DSN; null where there is none.
 * @param source the process's environment
 */
export function sentrySettings(dsn: string | undefined, source: Source): SentrySettings | null {
  if (!dsn) return null;
  return {
    dsn,
    release: source.VERCEL_GIT_COMMIT_SHA,
    environment: source.VERCEL_ENV ?? source.NODE_ENV ?? "development",
  };
}
