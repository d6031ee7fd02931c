// The queue's port. Postgres decides what must happen (the outbox); a queue brings each event to its consumers, at least once.
import "server-only";
import { env } from "../env";
import type { Database } from "../supabase";
import type { Consumer } from "./consumer";
import { postgresQueue } from "./postgres";
import { rabbitQueue } from "./rabbitmq";

export type Queue = {
  /**
   * Works until `signal` ends it, then finishes what it has begun.
   * @param parallel how many jobs at once
   */
  work: (options: { parallel: number; signal: AbortSignal }) => Promise<void>;
  /** Works until nothing is due or `ms` have passed. Returns how many jobs it did. */
  drain: (options: { parallel: number; ms: number }) => Promise<number>;
};

/** The queue this deployment has chosen, QUEUE_DRIVER. */
export function queueOf(consumers: readonly Consumer[], db: Database): Queue {
  const { QUEUE_DRIVER, RABBITMQ_URL } = env();
  return QUEUE_DRIVER === "rabbitmq" && RABBITMQ_URL
    ? rabbitQueue(consumers, db, { url: RABBITMQ_URL })
    : postgresQueue(consumers, db);
}
