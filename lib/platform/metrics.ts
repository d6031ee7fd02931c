// What this process counts and measures since it started, as Prometheus reads it. Another instance counts for itself: Prometheus sums them.
// Values of the whole house are read from the database instead (scrape.ts).
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { perProcess } from "./per-process";

/** Every counter: what it counts, and its labels, which take few values and never hold personal data. */
const COUNTERS = {
  kapgel_http_requests_total: ["API requests answered", ["route", "method", "status"]],
  kapgel_rate_limited_total: ["Requests refused by a limit of a person or an operation", ["limit"]],
  kapgel_idempotency_total: ["Answers to requests with an Idempotency-Key", ["status"]],
  kapgel_jobs_total: ["Jobs that this process did for the queue", ["consumer", "outcome"]],
  kapgel_saga_steps_total: ["Steps of sagas that this process ran", ["kind", "outcome"]],
  kapgel_database_retries_total: ["Transactions begun anew after a lost race", ["function", "sqlstate"]],
  kapgel_shed_total: ["Requests turned away because too much was going on", ["class"]],
  kapgel_edge_refusals_total: ["Requests that middleware.ts refused", ["code"]],
  kapgel_cache_reads_total: ["Reads of the cache of public answers", ["outcome"]],
} as const satisfies Record<`kapgel_${string}_total`, readonly [help: string, labels: readonly string[]]>;

const HISTOGRAMS = {
  kapgel_http_request_duration_seconds: [
    "From the route's start to its answer",
    ["route", "method", "status"],
    [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  ],
  kapgel_web_vital_seconds: [
    "What a sample of visitors waited, by their browsers",
    ["name", "page"],
    [0.05, 0.1, 0.2, 0.5, 0.8, 1.2, 1.8, 2.5, 4, 8],
  ],
  kapgel_web_vital_cls: [
    "How much pages moved under a sample of visitors (cumulative layout shift)",
    ["page"],
    [0.01, 0.05, 0.1, 0.15, 0.25, 0.5, 1],
  ],
  kapgel_realtime_delivery_seconds: [
    "From a change to the word of a browser that it has heard of it, over a sample",
    ["channel"],
    [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  ],
} as const;

type Counters = typeof COUNTERS;
type Histograms = typeof HISTOGRAMS;
type Labels<Names extends readonly string[]> = { [Name in Names[number]]: string };
type Shelf = { registry: Registry; counters: Map<string, Counter>; histograms: Map<string, Histogram> };

const shelf = perProcess("metrics", newShelf);

function newShelf(): Shelf {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counters = Object.entries(COUNTERS).map(
    ([name, [help, labelNames]]) =>
      [
        name,
        new Counter({ name, help: `${help} (this process).`, labelNames: [...labelNames], registers }),
      ] as const,
  );
  const histograms = Object.entries(HISTOGRAMS).map(
    ([name, [help, labelNames, buckets]]) =>
      [
        name,
        new Histogram({
          name,
          help: `${help} (this process).`,
          labelNames: [...labelNames],
          buckets: [...buckets],
          registers,
        }),
      ] as const,
  );
  return { registry, counters: new Map(counters), histograms: new Map(histograms) };
}

/** Adds one to a counter. */
export function count<Name extends keyof Counters>(name: Name, labels: Labels<Counters[Name][1]>): void {
  shelf.counters.get(name)?.inc(labels);
}

/** Adds a value to a histogram: a duration, where its name says seconds. */
export function time<Name extends keyof Histograms>(
  name: Name,
  labels: Labels<Histograms[Name][1]>,
  value: number,
): void {
  shelf.histograms.get(name)?.observe(labels, value);
}

/** Everything counted here in the Prometheus text format. */
export function metricsText(): Promise<string> {
  return shelf.registry.metrics();
}
