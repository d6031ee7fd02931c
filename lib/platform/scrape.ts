// What Prometheus is answered: what this process counted, how its breakers and its limits stand, and what the database says of the whole
// house. The database is asked at most every few seconds, however many scrape; while it does not answer, the rest is told without it.
import "server-only";
import { Gauge, Registry } from "prom-client";
import { z } from "zod";
import { cached } from "./cache";
import { requestsInFlight } from "./http/bulkheads";
import { log } from "./logger";
import { metricsText } from "./metrics";
import { redisIsAway } from "./rate-limit/limiter";
import { breakerStates } from "./resilience";
import { databaseAsService } from "./supabase";

/** How long a part of the snapshot is served, and how long it is waited for. The ledger's sums every entry there ever was. */
const PARTS = { now: { seconds: 5, patienceMs: 2000 }, ledger: { seconds: 300, patienceMs: 8000 } } as const;

/** Of this process. */
const LOCAL = {
  kapgel_breaker_state: ["How the circuit breaker of a party stands: 1 for its state", ["party", "state"]],
  kapgel_in_flight: ["Requests being answered or waiting for their turn", ["class"]],
  kapgel_rate_limit_backend_up: ["0 while Redis is away and this process limits for itself", []],
  kapgel_snapshot_up: ["Whether the database answered this scrape", []],
} as const;
/** Of the whole house: metrics_snapshot() names each with its labels. */
const GLOBAL = {
  kapgel_orders: ["Orders that have not ended", ["status"]],
  kapgel_orders_oldest_seconds: ["Since the last change of the order that has waited longest", ["status"]],
  kapgel_queue_jobs: ["Jobs of the queue", ["consumer", "state"]],
  kapgel_queue_oldest_seconds: ["How long the job that was due first has been waiting", ["consumer"]],
  kapgel_queue_paused: ["1 while an operator holds a consumer's jobs back", ["consumer"]],
  kapgel_outbox_waiting: ["Events that are due and not handed on yet", []],
  kapgel_outbox_oldest_seconds: ["How long the event that was due first has been waiting", []],
  kapgel_outbox_latency_seconds: ["From a change to its effect, over five minutes", ["quantile"]],
  kapgel_scheduled_job_lag_seconds: ["How late a scheduled job is; +Inf: it never ran", ["job_name"]],
  kapgel_scheduled_job_period_seconds: ["How often a scheduled job is to run", ["job_name"]],
  kapgel_scheduled_job_failed: ["1 when a scheduled job's newest run failed", ["job_name"]],
  kapgel_sagas: ["Sagas that have not ended", ["kind", "state"]],
  kapgel_sagas_ended: ["Sagas opened in the last 24 hours that have ended", ["kind", "state"]],
  kapgel_lock_waits: ["Sessions of the database that wait for a lock", []],
  kapgel_lock_wait_oldest_seconds: ["How long the oldest of them has been waiting", []],
  kapgel_ledger_balance_minor: ["Balance of all accounts of a kind, in kuruş", ["kind"]],
  kapgel_ledger_difference_minor: ["What does not add up in the ledger, in kuruş: 0", ["check"]],
} as const;
type Name = keyof typeof LOCAL | keyof typeof GLOBAL;

const Sample = z.object({
  name: z.string(),
  labels: z.record(z.string(), z.string()).default({}),
  value: z.string().transform(Number), // a text: JSON has no word for +Inf
});
type Sample = z.output<typeof Sample>;

/** All metrics in the Prometheus text format. */
export async function scrape(): Promise<string> {
  const now = await snapshot("now");
  const ledger = now && (await snapshot("ledger")); // who does not answer the first is not waited for again
  const registry = new Registry();
  const gauges = new Map<string, Gauge>();
  const declare = (of: typeof LOCAL | typeof GLOBAL, whose: string) => {
    for (const [name, [help, labelNames]] of Object.entries(of)) {
      const gauge = new Gauge({
        name,
        help: `${help} (${whose}).`,
        labelNames: [...labelNames],
        registers: [registry],
      });
      if (labelNames.length === 0) gauge.remove(); // else it begins with a 0 that nobody has measured
      gauges.set(name, gauge);
    }
  };
  declare(LOCAL, "this process");
  declare(GLOBAL, "the whole house, from the database");
  for (const { name, labels, value } of [...local(now !== null), ...(now ?? []), ...(ledger ?? [])]) {
    gauges.get(name)?.set(labels, value);
  }
  return (await metricsText()) + (await registry.metrics());
}

function local(isUp: boolean): Sample[] {
  const sample = (name: Name, value: number, labels: Record<string, string> = {}) => ({
    name,
    labels,
    value,
  });
  const isAway = redisIsAway();
  return [
    sample("kapgel_snapshot_up", Number(isUp)),
    ...requestsInFlight().map(([name, open]) => sample("kapgel_in_flight", open, { class: name })),
    ...(isAway === null ? [] : [sample("kapgel_rate_limit_backend_up", Number(!isAway))]),
    ...breakerStates().flatMap(([party, now]) =>
      (["closed", "half_open", "open"] as const).map((state) =>
        sample("kapgel_breaker_state", Number(state === now), { party, state }),
      ),
    ),
  ];
}

/** What the database says; null when it does not answer in time. */
function snapshot(part: keyof typeof PARTS): Promise<Sample[] | null> {
  const { seconds, patienceMs } = PARTS[part];
  return cached(`metrics ${part}`, seconds, [], async () => {
    const asked = databaseAsService(crypto.randomUUID()).call("metrics_snapshot", { part });
    return z.array(Sample).parse(await Promise.race([asked, lateAfter(patienceMs)]));
  }).catch((error: unknown) => {
    log("warn", "the house's values could not be read", { part, error: String(error) });
    return null;
  });
}

function lateAfter(ms: number): Promise<never> {
  return new Promise((_, fail) =>
    setTimeout(() => fail(new Error("The database took too long.")), ms).unref(),
  );
}
