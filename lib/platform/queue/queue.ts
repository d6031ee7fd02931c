// Chooses the queue. Postgres decides what must happen (the outbox); a queue brings each event to its consumers, at least once.
import "server-only";
import { env } from "../env";
import type { Database } from "../supabase";
import type { Consumer, Queue } from "./consumer";
import { postgresQueue } from "./postgres";
import { rabbitQueue } from "./rabbitmq";

/** The queue this deployment has chosen, QUEUE_DRIVER. */
export function queueOf(consumers: readonly Consumer[], db: Database): Queue {
  const { QUEUE_DRIVER, RABBITMQ_URL } = env();
  return QUEUE_DRIVER === "rabbitmq" && RABBITMQ_URL
    ? rabbitQueue(consumers, db, { url: RABBITMQ_URL })
    : postgresQueue(consumers, db);
}
