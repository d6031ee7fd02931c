// What consumers and the queue look like to each other, whichever queue it is.
import { z } from "zod";
import type { Database } from "../supabase";

export const OutboxEvent = z.object({
  id: z.string(),
  type: z.string(),
  stream_type: z.string(),
  stream_id: z.string(),
  data: z.record(z.string(), z.unknown()),
  request_id: z.string().nullable(),
  at: z.string(),
});
/** Something that happened, as the outbox recorded it. */
export type OutboxEvent = z.infer<typeof OutboxEvent>;

export type Consumer = {
  /** As in the table `consumers`, which says what it subscribes to. */
  name: string;
  /** Does the effect. May be called again for an event it has handled: a worker can die before it says so. */
  handle: (event: OutboxEvent, context: { db: Database; signal: AbortSignal }) => Promise<void>;
};

/** What brings events to consumers, at least once. */
export type Queue = {
  /**
   * Works until `signal` ends it, then finishes what it has begun.
   * @param parallel how many jobs at once
   * @param share of the time, at most, that the database works for it (Postgres only; default 1)
   */
  work: (options: { parallel: number; signal: AbortSignal; share?: number }) => Promise<void>;
  /** Works until nothing is due or `ms` have passed. Returns how many jobs it did. */
  drain: (options: { parallel: number; ms: number }) => Promise<number>;
};

/** What no retry can mend: the event goes to the dead letters at once. */
export class Hopeless extends Error {
  override readonly name = "Hopeless";
}
