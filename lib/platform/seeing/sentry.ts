// Sentry: the same on the server, at the edge and in browsers, since the package has one name for its three programs. Loaded only where a DSN
// is set, and never part of a page's first load.
import type * as NextSdk from "@sentry/nextjs";
import { scrubbed } from "./scrub";
import type { SentrySettings } from "./settings";

/** What is used of the SDK; each of the three loads it in its own way. */
type Sdk = Pick<typeof NextSdk, "captureException" | "init">;

const TRACED_IN_PRODUCTION = 0.1;
// Of all that the SDK would do by itself: what finds errors, and what makes them readable. Nothing that notes requests, clicks or logs.
const KEPT = new Set([
  "ContextLines",
  "Dedupe",
  "GlobalHandlers",
  "InboundFilters",
  "LinkedErrors",
  "OnUncaughtException",
  "OnUnhandledRejection",
]);

/**
 * Starts it.
 * @param traces whether it also takes a sample of traces; false where OpenTelemetry's collector does
 * @returns what tells it of an error
 */
export function startSentry(
  { captureException, init }: Sdk,
  { dsn, release, environment }: SentrySettings,
  { traces }: { traces: boolean },
) {
  const rate = environment === "production" ? TRACED_IN_PRODUCTION : 1;
  init({
    dsn,
    release,
    environment,
    sendDefaultPii: false,
    maxBreadcrumbs: 0,
    integrations: (offered) => offered.filter(({ name }) => KEPT.has(name)),
    // Whatever a caller's trace header asks for: strangers must not decide how much is sent.
    ...(traces ? { tracesSampler: () => rate } : { skipOpenTelemetrySetup: true }),
    beforeSend: scrubbed,
    beforeSendTransaction: scrubbed,
  });
  return (error: unknown, tags: Record<string, string>): void => {
    captureException(error, { tags });
  };
}
