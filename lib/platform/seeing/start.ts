// What a process tells others about itself, beside its log and its metrics: errors to Sentry, traces to a collector. Both only where the
// environment names them; else nothing of either is loaded.
import "server-only";
import { env } from "../env";
import { reportWith } from "../report";
import { traceWith } from "../tracing";
import { startSentry } from "./sentry";
import { sentrySettings } from "./settings";

/** Starts what the environment asks for. One of the two makes the traces: where there is a collector they are its, and Sentry has errors only. */
export async function startSeeing(): Promise<void> {
  const { SENTRY_DSN, OTEL_EXPORTER_OTLP_ENDPOINT } = env();
  const sentry = sentrySettings(SENTRY_DSN, process.env);
  if (!sentry && !OTEL_EXPORTER_OTLP_ENDPOINT) return;
  // Next's spans of outgoing calls carry whole addresses; lib/platform makes its own.
  process.env.NEXT_OTEL_FETCH_DISABLED = "1";
  if (OTEL_EXPORTER_OTLP_ENDPOINT) (await import("./otlp")).startExport();
  if (sentry) {
    const sdk = await import("@sentry/nextjs");
    // Node itself, which runs the worker, sees no names in this package but `default`; Next's bundler sees them all.
    const whole = "default" in sdk ? (sdk.default as typeof sdk) : sdk;
    reportWith(startSentry(whole, sentry, { traces: !OTEL_EXPORTER_OTLP_ENDPOINT }));
  }
  traceWith((await import("./spans")).tracing());
}
