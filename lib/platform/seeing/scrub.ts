// What of an error or a span may leave the house: what is named here, and of its texts what redact.ts leaves. Runs on the server, at the edge
// and in browsers.
import type { Event } from "@sentry/nextjs";
import { redacted, redactedText } from "../redact";

/** A span's attributes that hold names, codes and counts only; addresses with their queries, headers and bodies are not among them. */
const TOLD = new Set([
  "error.type",
  "http.method",
  "http.request.method",
  "http.response.status_code",
  "http.route",
  "http.status_code",
  "kapgel.attempt",
  "kapgel.consumer",
  "kapgel.function",
  "kapgel.party",
  "kapgel.request_id",
  "next.route",
  "next.span_name",
  "next.span_type",
  "sentry.op",
  "sentry.origin",
  "sentry.sample_rate",
  "sentry.source",
]);

/** The attributes of a span that may be told. */
export function toldAttributes<Value>(attributes: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => TOLD.has(name)));
}

/** The name of a span or a transaction: Next's may end in what the caller asked for. */
export function toldName(name: string): string {
  return redactedText(name.split(/[?#]/, 1)[0] ?? "");
}

/** What is sent of an event: no request, no visitor, no breadcrumbs, no server's name. */
export function scrubbed<Some extends Event>(event: Some): Some {
  const { event_id, timestamp, start_timestamp, type, platform, level, release, environment, sdk } = event;
  const { exception, message, transaction, tags, fingerprint, spans, contexts } = event;
  return {
    ...{
      event_id,
      timestamp,
      start_timestamp,
      type,
      platform,
      level,
      release,
      environment,
      sdk,
      fingerprint,
    },
    ...(exception && { exception: redacted({ ...exception }) }),
    ...(message && { message: redactedText(message) }),
    ...(transaction && { transaction: toldName(transaction) }),
    ...(tags && { tags: redacted(tags) }),
    ...(contexts?.trace && {
      contexts: { trace: { ...contexts.trace, data: toldAttributes(contexts.trace.data ?? {}) } },
    }),
    ...(spans && {
      spans: spans.map((span) => ({
        ...span,
        description: toldName(span.description ?? ""),
        data: toldAttributes(span.data),
      })),
    }),
    sdkProcessingMetadata: event.sdkProcessingMetadata, // the SDK's own; it is not sent
  } as unknown as Some;
}
