// The operator's view of the queue: how it stands, its dead letters, and what may be done about them.
import { z } from "zod";
import { Page, pageOf, Time, text } from "@/lib/platform/http/fields";

const Count = z.number().int();
const Seconds = z.number();

export const ConsumerState = z.object({
  name: z.string(),
  event_types: z.array(z.string()),
  /** The events of one stream one after another. */
  ordered: z.boolean(),
  paused_at: Time.nullable(),
  ready: Count,
  running: Count,
  /** Failed, and waiting for the next try. */
  retrying: Count,
  dead: Count,
  /** How long the job that has been due longest has been waiting. */
  oldest_seconds: Seconds,
  /** When the newest dead letter died. */
  died_at: Time.nullable(),
  done_hour: Count,
  failed_hour: Count,
});
export type ConsumerState = z.infer<typeof ConsumerState>;

export const ScheduledJob = z.object({
  name: z.string(),
  every_seconds: Seconds,
  last_started_at: Time.nullable(),
  /** When it last went well. */
  last_finished_at: Time.nullable(),
  last_error: z.string().nullable(),
  /** By how much it is overdue; null: it has never gone well. */
  lag_seconds: Seconds.nullable(),
});
export type ScheduledJob = z.infer<typeof ScheduledJob>;

export const QueueState = z.object({
  at: Time,
  /** What brings events to consumers. With `rabbitmq`, jobs that wait or run are the broker's to count. */
  driver: z.enum(["postgres", "rabbitmq"]),
  outbox: z.object({ waiting: Count, later: Count, oldest_seconds: Seconds }),
  /** From the change to its effect, over the last five minutes; null when nothing was done. */
  latency_ms: z.object({ p50: z.number().nullable(), p95: z.number().nullable() }),
  consumers: z.array(ConsumerState),
  /** The last hour, oldest first. */
  minutes: z.array(z.object({ at: Time, done: Count, failed: Count })),
  /** What failed most in the last hour. */
  failures: z.array(z.object({ consumer: z.string(), error: z.string(), count: Count, last_at: Time })),
  schedule: z.array(ScheduledJob),
});
export type QueueState = z.infer<typeof QueueState>;

export const DeadJob = z.object({
  id: z.string(),
  consumer: z.string(),
  attempts: Count,
  last_error: z.string().nullable(),
  died_at: Time,
  event: z.object({
    id: z.string(),
    type: z.string(),
    stream_type: z.string(),
    stream_id: z.string(),
    data: z.record(z.string(), z.unknown()),
    request_id: z.string().nullable(),
    at: Time,
  }),
  /** The newest twenty, oldest first. */
  failures: z.array(z.object({ at: Time, error: z.string() })),
});
export type DeadJob = z.infer<typeof DeadJob>;
export const DeadJobPage = pageOf(DeadJob);
export type DeadJobPage = z.infer<typeof DeadJobPage>;
export const DeadJobsQuery = z.object({ ...Page, consumer: text(1, 100).optional() });

const JobId = z.string().regex(/^\d{1,18}$/, "is not a job's id");
/** Which dead letters are meant: some by id, one consumer's, or all. */
export const DeadJobSelection = z.union([
  z.strictObject({ ids: z.array(JobId).min(1).max(200) }),
  z.strictObject({ consumer: text(1, 100) }),
  z.strictObject({ all: z.literal(true) }),
]);
export type DeadJobSelection = z.infer<typeof DeadJobSelection>;
/** How many it was: fewer than named where somebody was faster. */
export const Affected = z.object({ count: Count });
export type Affected = z.infer<typeof Affected>;

const JobName = z.string().regex(/^[\w.-]{1,100}:\d{1,18}$/, "is not consumer:event");
/** `?jobs=email:12,push:34`, fifty at most; nothing asks about none. */
export const OutcomesQuery = z.object({
  jobs: z
    .string()
    .max(6000)
    .default("")
    .transform((list) => (list ? list.split(",") : []))
    .pipe(z.array(JobName).max(50)),
});
export const JobOutcome = z.object({
  consumer: z.string(),
  event_id: z.string(),
  /** `gone`: discarded, or handed to the broker. */
  state: z.enum(["ready", "running", "retrying", "done", "dead", "gone"]),
  error: z.string().nullable(),
});
export type JobOutcome = z.infer<typeof JobOutcome>;
export const JobOutcomes = z.object({ data: z.array(JobOutcome) });
export type JobOutcomes = z.infer<typeof JobOutcomes>;

export const ConsumerParams = z.object({ name: text(1, 100) });
export const ConsumerPatch = z.object({ paused: z.boolean() });
export const PausedConsumer = z.object({ name: z.string(), paused_at: Time.nullable() });
export type PausedConsumer = z.infer<typeof PausedConsumer>;
