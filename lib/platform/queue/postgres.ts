// The queue in Postgres itself (supabase/migrations/*_outbox.sql): nothing else to run, and any number of workers, cron calls and kicks at
// once, since each job is claimed under `for update skip locked` and leased. One call a turn settles,
// relays, does what has its effect in the database, and claims the rest.
import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { log } from "../logger";
import type { Database } from "../supabase";
import { type Consumer, OutboxEvent, type Queue } from "./consumer";
import { handled, type Outcome } from "./handle";

const IDLE_MS = 100; // between two looks when nothing is due
const GATHER_MS = 3; // jobs that end together are settled together
const DOWN_MS = 1000; // before the database is asked again
const PATIENCE = 5; // asks of a stopping worker that cannot reach it: what it did is done again by another

const Turn = z.object({
  jobs: z.array(z.object({ id: z.string(), lease: z.string(), consumer: z.string(), event: OutboxEvent })),
  more: z.boolean(),
});
type Settled = Outcome & { id: string; lease: string };

/** A queue that needs Postgres only. */
export function postgresQueue(consumers: readonly Consumer[], db: Database): Queue {
  const byName = new Map(consumers.map((consumer) => [consumer.name, consumer]));

  async function pump(
    parallel: number,
    signal: AbortSignal,
    { untilIdle = false, share = 1 } = {},
  ): Promise<number> {
    const running = new Set<Promise<void>>();
    let settled: Settled[] = [];
    let done = 0;
    let unreachable = 0;
    const nextEnd = () => Promise.race(running).then(() => sleep(GATHER_MS));

    while (!signal.aborted || running.size > 0 || settled.length > 0) {
      const room = signal.aborted ? 0 : parallel - running.size;
      if (room === 0 && settled.length === 0) {
        await nextEnd();
        continue;
      }
      const sending = settled;
      settled = [];
      const begun = performance.now();
      const turn = await db
        .call("turn_queue", { settled: sending, room })
        .then((answer) => Turn.parse(answer))
        .catch((error: unknown) => {
          log("error", "the queue could not be reached", { error: String(error) });
          return null;
        });
      if (!turn) {
        if (++unreachable > PATIENCE && (signal.aborted || untilIdle)) break;
        settled = [...sending, ...settled];
        await sleep(DOWN_MS);
        continue;
      }
      unreachable = 0;
      const restMs = (performance.now() - begun) * (1 / share - 1);
      for (const { id, lease, consumer, event } of turn.jobs) {
        const job = handled(byName.get(consumer), consumer, event, db).then((outcome) => {
          settled.push({ id, lease, ...outcome });
          running.delete(job);
          done++;
        });
        running.add(job);
      }
      if (restMs > 1) await sleep(restMs);
      if (turn.jobs.length === room && room > 0) continue;
      if (running.size > 0) {
        await (signal.aborted ? nextEnd() : Promise.race([nextEnd(), sleep(IDLE_MS)]));
      } else if (!turn.more && settled.length === 0) {
        if (untilIdle) break;
        await sleep(IDLE_MS, undefined, { signal }).catch(() => {});
      }
    }
    return done;
  }

  return {
    work: async ({ parallel, signal, share }) => {
      await pump(parallel, signal, { share });
    },
    drain: ({ parallel, ms }) => pump(parallel, AbortSignal.timeout(ms), { untilIdle: true }),
  };
}
