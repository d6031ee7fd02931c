// Whether a figure is fine. Green is said only of what is known to be: what cannot be known is said too.
import type { ConsumerState, QueueState, ScheduledJob } from "@/lib/operations/schema";

export type Health = "ok" | "warning" | "danger" | "unknown";

// A hosted scheduler looks once a minute, so a second try may be due for that long; a worker looks ten times a second.
const SLOW_SECONDS = 15;
const STUCK_SECONDS = 120;
const QUICK_MS = 1_000;
const LATE_MS = 60_000;
/** However seldom a job runs, an hour too late is late. */
const LATE_SECONDS = 3_600;

/** How many jobs and events wait for somebody, in all. */
export function waitingIn({ outbox, consumers }: QueueState): { due: number; retrying: number } {
  return {
    due: outbox.waiting + sum(consumers, ({ ready, running }) => ready + running),
    retrying: sum(consumers, ({ retrying }) => retrying),
  };
}

/** How long what has been due longest has been waiting, in seconds. */
export function oldestIn({ outbox, consumers }: QueueState): number {
  return Math.max(outbox.oldest_seconds, ...consumers.map(({ oldest_seconds }) => oldest_seconds));
}

export function deadIn({ consumers }: QueueState): number {
  return sum(consumers, ({ dead }) => dead);
}

/** The health of the four figures. Of a queue that was not heard of lately nothing is known. */
export function healthOf(
  queue: QueueState,
  lost: boolean,
): Record<"waiting" | "oldest" | "latency" | "dead", Health> {
  if (lost) return { waiting: "unknown", oldest: "unknown", latency: "unknown", dead: "unknown" };
  const oldest = oldestHealth(oldestIn(queue));
  return {
    waiting: waitingHealth(queue, oldest),
    oldest: oldest === "ok" && queue.driver === "rabbitmq" ? "unknown" : oldest,
    latency: latencyHealth(queue.latency_ms.p95),
    dead: deadIn(queue) > 0 ? "danger" : "ok",
  };
}

/** How a scheduled job goes. */
export function scheduleHealth(job: ScheduledJob): "ok" | "late" | "failed" | "never" {
  if (job.last_error !== null) return "failed";
  if (job.lag_seconds === null) return "never";
  return job.lag_seconds > Math.min(job.every_seconds, LATE_SECONDS) ? "late" : "ok";
}

function oldestHealth(seconds: number): Health {
  if (seconds >= STUCK_SECONDS) return "danger";
  return seconds >= SLOW_SECONDS ? "warning" : "ok";
}

// A paused consumer's work waits on purpose, and is forgotten all the same. What waits at the broker is not counted here.
function waitingHealth({ consumers, driver }: QueueState, oldest: Health): Health {
  if (oldest !== "ok") return oldest;
  if (consumers.some(({ paused_at }) => paused_at !== null)) return "warning";
  return driver === "rabbitmq" ? "unknown" : "ok";
}

function latencyHealth(p95: number | null): Health {
  if (p95 === null) return "unknown";
  if (p95 > LATE_MS) return "danger";
  return p95 > QUICK_MS ? "warning" : "ok";
}

function sum(consumers: ConsumerState[], of: (consumer: ConsumerState) => number): number {
  return consumers.reduce((total, consumer) => total + of(consumer), 0);
}
