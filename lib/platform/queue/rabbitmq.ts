// The queue on an existing RabbitMQ. Postgres still decides what must happen; its due events are carried to the broker, which brings them to
// the workers. Quorum queues throughout: a message is gone when it was confirmed elsewhere or acknowledged, never before.
//
//   jobs (exchange) ─ <consumer> (queue) ─ handled ─ acknowledged
//                          │                  └ failed ─ later.<n> (exchange, queue; expires) ─ jobs
//                          └ given up ─ dead (exchange, queue) ─ the table of dead letters, where an operator replays it
import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { type ChannelModel, type ConfirmChannel, type ConsumeMessage, connect } from "amqplib";
import { z } from "zod";
import { log } from "../logger";
import type { Database } from "../supabase";
import { type Consumer, OutboxEvent, type Queue } from "./consumer";
import { handled } from "./handle";

const BATCH = 200;
const IDLE_MS = 100;
const DOWN_MS = 1000;
const STEPS = 12; // of waiting before a retry; further ones wait as long as the last
const LONGEST_MS = 600_000;
const WAIT_MS = 250; // for an earlier event of the stream, or while paused
const REDELIVERIES = 10; // of one message, by workers that died over it

const Carried = z.array(
  z.object({ event: OutboxEvent, consumers: z.array(z.string()), job_id: z.string().nullable() }),
);
const Leave = z.object({
  verdict: z.enum(["now", "later", "done"]),
  retries: z.number(),
  first_retry_ms: z.number(),
});

type Settings = { url: string; prefix?: string };

/** A queue that leaves delivery to the broker at `url`; `prefix` names its exchanges and queues. */
export function rabbitQueue(
  outside: readonly Consumer[],
  db: Database,
  { url, prefix = "kapgel" }: Settings,
): Queue {
  const name = (of: string) => `${prefix}.${of}`;

  /** With those whose effects are in the database. */
  async function allConsumers(): Promise<Consumer[]> {
    const here = z.array(z.string()).parse(await db.call("database_consumers"));
    return [
      ...outside,
      ...here.map((consumer) => ({
        name: consumer,
        handle: async (event: OutboxEvent) => {
          await db.call("handle_here", { of_consumer: consumer, of_event: Number(event.id) });
        },
      })),
    ];
  }

  async function declare(channel: ConfirmChannel, consumers: readonly Consumer[]): Promise<void> {
    const queue = async (of: string, deadLetters: string | null, more: Record<string, unknown> = {}) => {
      await channel.assertQueue(name(of), {
        durable: true,
        arguments: {
          "x-queue-type": "quorum",
          ...(deadLetters && {
            "x-dead-letter-exchange": name(deadLetters),
            "x-dead-letter-strategy": "at-least-once",
            "x-overflow": "reject-publish",
          }),
          ...more,
        },
      });
    };
    await channel.assertExchange(name("jobs"), "direct");
    await channel.assertExchange(name("dead"), "fanout");
    await queue("dead", null);
    await channel.bindQueue(name("dead"), name("dead"), "");
    for (let step = 0; step <= STEPS; step++) {
      await channel.assertExchange(name(`later.${step}`), "fanout");
      await queue(`later.${step}`, "jobs");
      await channel.bindQueue(name(`later.${step}`), name(`later.${step}`), "");
    }
    for (const consumer of consumers) {
      await queue(consumer.name, "dead", { "x-delivery-limit": REDELIVERIES });
      await channel.bindQueue(name(consumer.name), name("jobs"), consumer.name);
    }
  }

  // Resolves when the broker has it on disk: only then may the place it came from forget it.
  const publish = (channel: ConfirmChannel, exchange: string, key: string, body: Buffer, more = {}) =>
    new Promise<void>((done, fail) => {
      channel.publish(name(exchange), key, body, { persistent: true, ...more }, (error) =>
        error ? fail(error) : done(),
      );
    });

  /** Takes what is due to the broker. Returns how many messages. */
  async function carry(channel: ConfirmChannel): Promise<number> {
    const batch = Carried.parse(await db.call("claim_for_broker", { batch: BATCH }));
    if (batch.length === 0) return 0;
    const messages = batch.flatMap(({ event, consumers: wanted }) =>
      wanted.map((consumer) => publish(channel, "jobs", consumer, Buffer.from(JSON.stringify(event)))),
    );
    await Promise.all(messages);
    await db.call("confirm_carried", {
      event_ids: batch.filter(({ job_id }) => !job_id).map(({ event }) => Number(event.id)),
      job_ids: batch.flatMap(({ job_id }) => (job_id ? [Number(job_id)] : [])),
    });
    return messages.length;
  }

  // Puts a message aside for `waitMs`. Each step has a queue of its own: in one queue the short would wait behind the long.
  const postpone = (
    channel: ConfirmChannel,
    consumer: string,
    { content }: ConsumeMessage,
    { attempts, step, waitMs }: { attempts: number; step: number; waitMs: number },
  ) =>
    publish(channel, `later.${step}`, consumer, content, {
      headers: { attempts },
      expiration: String(Math.ceil(waitMs)),
    });

  async function take(channel: ConfirmChannel, consumer: Consumer, message: ConsumeMessage): Promise<void> {
    const attempts = Number(message.properties.headers?.attempts ?? 0);
    const event = eventOf(message);
    if (!event) return channel.ack(message);
    const about = { of_consumer: consumer.name, of_event: Number(event.id) };
    const notYet = () => postpone(channel, consumer.name, message, { attempts, step: 0, waitMs: WAIT_MS });
    try {
      const { verdict, retries, first_retry_ms } = Leave.parse(await db.call("may_consume", about));
      if (verdict === "now") {
        const { error, hopeless } = await handled(consumer, consumer.name, event, db);
        await db.call("note_consumed", error === undefined ? about : { ...about, error });
        if (error !== undefined) {
          if (hopeless || attempts >= retries) return channel.nack(message, false, false);
          const waitMs = Math.min(LONGEST_MS, first_retry_ms * 2 ** attempts) * (0.5 + Math.random());
          const step = Math.min(STEPS, attempts + 1);
          await postpone(channel, consumer.name, message, { attempts: attempts + 1, step, waitMs });
        }
      } else if (verdict === "later") {
        await notYet();
      }
    } catch (error) {
      log("error", "a message could not be settled", { consumer: consumer.name, error: String(error) });
      await sleep(DOWN_MS);
      await notYet();
    }
    channel.ack(message);
  }

  async function bury(channel: ConfirmChannel, message: ConsumeMessage): Promise<void> {
    const event = eventOf(message);
    if (!event) return channel.ack(message);
    try {
      await db.call("bury_event", { of_consumer: message.fields.routingKey, of_event: Number(event.id) });
      channel.ack(message);
    } catch (error) {
      log("error", "a dead letter could not be kept", { event_id: event.id, error: String(error) });
      await sleep(DOWN_MS);
      channel.nack(message);
    }
  }

  return {
    work: async ({ parallel, signal }) => {
      const running = new Set<Promise<void>>();
      // What fails here fails with its channel: the broker gives the message to another worker.
      const track = (work: Promise<void>) => {
        const ended = work
          .catch((error: unknown) => log("error", "a message was lost hold of", { error: String(error) }))
          .finally(() => running.delete(ended));
        running.add(ended);
      };
      let current: ConfirmChannel | undefined;
      let tags: string[] = [];
      const setup = async (model: ChannelModel) => {
        const channel = await model.createConfirmChannel();
        channel.on("error", (error) => log("error", "the broker closed a channel", { error: String(error) }));
        const consumers = await allConsumers();
        await declare(channel, consumers);
        await channel.prefetch(parallel);
        tags = [];
        for (const consumer of consumers) {
          const { consumerTag } = await channel.consume(
            name(consumer.name),
            (message) => message && track(take(channel, consumer, message)),
          );
          tags.push(consumerTag);
        }
        const { consumerTag } = await channel.consume(
          name("dead"),
          (message) => message && track(bury(channel, message)),
        );
        tags.push(consumerTag);
        current = channel;
      };
      const connection = await connect(url, { recovery: { setup } });
      connection.on("disconnect", (error) => log("error", "the broker is away", { error: String(error) }));
      while (!signal.aborted) {
        const carried = await (current ? carry(current) : Promise.resolve(0)).catch(
          async (error: unknown) => {
            log("error", "events could not be carried to the broker", { error: String(error) });
            await sleep(DOWN_MS, undefined, { signal }).catch(() => {});
            return 0;
          },
        );
        if (carried === 0) await sleep(IDLE_MS, undefined, { signal }).catch(() => {});
      }
      await Promise.all(tags.map((tag) => current?.cancel(tag))).catch(() => {});
      await Promise.all(running);
      await connection.close();
    },

    // The broker's workers do the work; here only what is due is taken to them.
    drain: async ({ ms }) => {
      const until = Date.now() + ms;
      const connection = await connect(url, { timeout: ms });
      try {
        const channel = await connection.createConfirmChannel();
        await declare(channel, await allConsumers());
        let total = 0;
        for (let carried = -1; carried !== 0 && Date.now() < until; total += carried)
          carried = await carry(channel);
        return total;
      } finally {
        await connection.close();
      }
    },
  };
}

// Null: not a message of ours, whoever put it there.
function eventOf({ content, fields }: ConsumeMessage): OutboxEvent | null {
  try {
    return OutboxEvent.parse(JSON.parse(content.toString()));
  } catch {
    log("error", "a message that is no event was thrown away", { exchange: fields.exchange });
    return null;
  }
}
