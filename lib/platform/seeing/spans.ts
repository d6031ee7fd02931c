// The house's own spans, made by whichever OpenTelemetry provider has been set up.
import { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { Tracing } from "../tracing";

/** Spans under the one that is active, for lib/platform/tracing.ts. */
export function tracing(): Tracing {
  const tracer = trace.getTracer("kapgel");
  return {
    span: (name, attributes, work, { isRoot: root }) =>
      tracer.startActiveSpan(
        name,
        { attributes, root, kind: root ? SpanKind.CONSUMER : SpanKind.CLIENT },
        async (span) => {
          try {
            return await work();
          } catch (error) {
            // The message is the log's and Sentry's; here it would be sent as it is.
            span.setStatus({ code: SpanStatusCode.ERROR });
            span.setAttribute("error.type", typeOf(error));
            throw error;
          } finally {
            span.end();
          }
        },
      ),
    note: (facts) => trace.getActiveSpan()?.setAttributes(facts),
  };
}

function typeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
