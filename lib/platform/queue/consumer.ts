// What consumers of events look like to the queue, whichever queue that is.
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

/** What no retry can mend: the event goes to the dead letters at once. */
export class Hopeless extends Error {
  override readonly name = "Hopeless";
}
