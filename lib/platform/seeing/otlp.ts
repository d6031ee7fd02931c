// Traces to a collector over OTLP/HTTP: Next's spans and ours. Where, with which headers and how many, OpenTelemetry's own variables say
// (OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS, OTEL_TRACES_SAMPLER).
import "server-only";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  type ReadableSpan,
  type SpanExporter,
} from "@opentelemetry/sdk-trace-node";
import { toldAttributes, toldName } from "./scrub";

/** Registers the provider that all spans of this process are made by. */
export function startExport(): void {
  const { OTEL_SERVICE_NAME, VERCEL_GIT_COMMIT_SHA, VERCEL_ENV, NODE_ENV } = process.env;
  const exporter = scrubbing(new OTLPTraceExporter());
  new NodeTracerProvider({
    resource: resourceFromAttributes({
      "service.name": OTEL_SERVICE_NAME ?? "kapgel",
      "service.version": VERCEL_GIT_COMMIT_SHA ?? "",
      "deployment.environment.name": VERCEL_ENV ?? NODE_ENV,
    }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  }).register({ propagator: null }); // a stranger's traceparent would choose what is sampled, and which trace it lands in
}

/** Passes spans on without what may not leave the house; errors' texts are among it, so events are left out and of a status only its code is told. */
function scrubbing(exporter: SpanExporter): SpanExporter {
  const told = (span: ReadableSpan): ReadableSpan =>
    Object.create(span, {
      name: { value: toldName(span.name) },
      attributes: { value: toldAttributes(span.attributes) },
      events: { value: [] },
      status: { value: { code: span.status.code } },
    });
  return {
    export: (spans, done) => exporter.export(spans.map(told), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}
