// What the queue costs and gives: from a change to its effects, events a second with one worker and with four, and what placing an order
// pays for having consumers at all.
import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import type { Child } from "../../dev/children.ts";
import { startWorker } from "../../dev/worker.ts";
import { load, type Shot } from "./load.ts";
import { quantile } from "./quantile.ts";

const EVENTS = 2000;
const ROUNDS = 4;
const PATIENCE_MS = 180_000;

type Settings = Record<string, string>;

/** Clears away the work that a phase left, which would slow down the next. */
export async function clear(sql: Sql): Promise<void> {
  await sql`update outbox_events set published_at = now() where published_at is null`;
  await sql`delete from jobs where state = 'ready'`;
  await drained(sql);
}

/** Milliseconds from each change to its effect in the database (sorted), while an order is placed every 200 ms. */
export async function publishLatency(
  base: string,
  sql: Sql,
  shots: (caller: number) => Shot,
): Promise<number[]> {
  const [before] = await sql`select coalesce(max(id), 0) as id from outbox_events`;
  for (let n = 0; n < 40; n++) {
    await Promise.all([load(base, 1, 0.001, shots), sleep(200)]);
  }
  await drained(sql);
  const rows = await sql`
    select extract(epoch from c.at - e.created_at)::float8 * 1000 as ms from consumed_events c join outbox_events e on e.id = c.event_id
    where e.id > ${before?.id} and e.stream_type = 'order' order by 1`;
  return rows.map((row) => row.ms);
}

/** Events a second that all their consumers have handled, with `count` workers at full speed beside the demo's own. */
export async function throughput(sql: Sql, env: Settings, count: number): Promise<number> {
  const workers = await startWorkers(count, env);
  await drained(sql);
  const started = performance.now();
  // Real events of real orders, at once; each order's are one stream.
  await sql`
    select app.emit('order.status_changed', 'order', o.id, '{"from": "PREPARING", "to": "CONFIRMED"}')
    from (select id from orders order by created_at desc limit 500) o, generate_series(1, ${EVENTS / 500})`;
  await drained(sql);
  const seconds = (performance.now() - started) / 1000;
  await stopped(workers);
  return EVENTS / seconds;
}

/** Median milliseconds to place an order, one at a time, with every consumer at work and with all of them paused, by turns. */
export async function priceOfConsumers(base: string, sql: Sql, shots: (caller: number) => Shot) {
  const medians = { on: [] as number[], paused: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const state of ["on", "paused"] as const) {
      await sql`update consumers set paused_at = ${state === "paused" ? sql`now()` : null}`;
      await clear(sql);
      medians[state].push((await load(base, 1, 4, shots)).p50);
    }
  }
  await sql`update consumers set paused_at = null`;
  return { on: quantile(medians.on, 0.5), paused: quantile(medians.paused, 0.5) };
}

async function startWorkers(count: number, env: Settings): Promise<Child[]> {
  const workers = await Promise.all(
    Array.from({ length: count }, () => startWorker({ ...process.env, ...env })),
  );
  await sleep(5000); // until they look
  return workers;
}

async function stopped(workers: Child[]): Promise<void> {
  for (const worker of workers) await worker.stop();
}

async function drained(sql: Sql): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(20)) {
    const [row] = await sql`select
      (select count(*) from outbox_events where published_at is null and due_at <= now())::int
      + (select count(*) from jobs where state <> 'dead')::int as open`;
    if (row?.open === 0) return;
  }
  throw new Error("The queue did not come to rest.");
}
