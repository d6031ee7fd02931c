// What monitoring is told of the whole house: each figure moves with what it stands for. What is broken for it is undone.
import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { afterAll, expect, it } from "vitest";
import { invoke, sql } from "./database.ts";

type Sample = { name: string; value: string; labels: Record<string, string> };

afterAll(() => sql.end());

class Undone extends Error {}

/** Figures before and after `work`, which is undone. Series that are absent are null. */
async function changed(
  part: "now" | "ledger",
  series: [name: string, labels?: Record<string, string>],
  work: (transaction: TransactionSql) => Promise<unknown>,
): Promise<[before: number | null, after: number | null]> {
  const [name, labels = {}] = series;
  const seen: (number | null)[] = [];
  await sql
    .begin(async (transaction) => {
      const look = async () => {
        const samples = await invoke<Sample[]>(transaction, "metrics_snapshot", { part });
        const found = samples.filter(
          (sample) =>
            sample.name === `kapgel_${name}` &&
            JSON.stringify(Object.entries(sample.labels).sort()) ===
              JSON.stringify(Object.entries(labels).sort()),
        );
        expect(found.length).toBeLessThan(2);
        seen.push(found[0] ? Number(found[0].value) : null);
      };
      await look();
      await work(transaction);
      await look();
      throw new Undone();
    })
    .catch((error) => {
      if (!(error instanceof Undone)) throw error;
    });
  return seen as [number | null, number | null];
}

const consumer = (tx: TransactionSql, ordered = false) =>
  tx`insert into public.consumers (name, event_types, ordered) values ('metrics-test', '{metrics.tested}', ${ordered})`;
const job = (
  tx: TransactionSql,
  state: "ready" | "dead",
  secondsAgo: number,
  stream = randomUUID(),
  attempts = 0,
) => tx`
  with event as (
    insert into public.outbox_events (type, stream_type, stream_id, published_at) values ('metrics.tested', 'test', ${stream}, now()) returning id, stream_id)
  insert into public.jobs (consumer, event_id, stream_id, state, run_at, attempts, died_at)
  select 'metrics-test', id, stream_id, ${state}, now() - make_interval(secs => ${secondsAgo}), ${attempts}, ${state === "dead" ? tx`now()` : null} from event`;
const OURS = { consumer: "metrics-test" };

it("dead letters are counted by their consumer", async () => {
  const both = await changed("now", ["queue_jobs", { ...OURS, state: "dead" }], async (tx) => {
    await consumer(tx);
    await job(tx, "dead", 0);
    await job(tx, "dead", 0);
    await job(tx, "ready", 0);
  });
  expect(both).toEqual([null, 2]);
});

it("the job that was due first is the oldest; what is not due yet is none", async () => {
  const both = await changed("now", ["queue_oldest_seconds", OURS], async (tx) => {
    await consumer(tx);
    await job(tx, "ready", 90);
    await job(tx, "ready", 30);
    await job(tx, "ready", -600, randomUUID(), 2);
  });
  expect(both).toEqual([null, 90]);
});

it("what waits in its order behind a retry is not overdue", async () => {
  const stream = randomUUID();
  const both = await changed("now", ["queue_oldest_seconds", OURS], async (tx) => {
    await consumer(tx, true);
    await job(tx, "ready", -600, stream, 2);
    await job(tx, "ready", 90, stream);
  });
  expect(both).toEqual([null, 0]);
});

it("an event that nobody hands on has waited", async () => {
  const [, after] = await changed(
    "now",
    ["outbox_oldest_seconds"],
    (tx) =>
      tx`insert into public.outbox_events (type, stream_type, stream_id, due_at) values ('metrics.tested', 'test', ${randomUUID()}, now() - interval '1 day')`,
  );
  expect(after).toBeGreaterThanOrEqual(86_400);
});

it("a saga that is stuck is counted, and is at zero before", async () => {
  const [before, after] = await changed(
    "now",
    ["sagas", { kind: "card_refund", state: "stuck" }],
    (tx) =>
      tx`insert into public.sagas (kind, subject_id, step, state) values ('card_refund', ${randomUUID()}, 'send', 'stuck')`,
  );
  expect((after ?? 0) - (before ?? Number.NaN)).toBe(1);
});

it.each([
  ["1 minute", null, Number.POSITIVE_INFINITY],
  ["1 day", null, 0],
  ["1 minute", 200, 140],
  ["1 minute", 30, 0],
])("a job for every %s that last went well %s s ago is late by %s s", async (every, secondsAgo, late) => {
  const both = await changed(
    "now",
    ["scheduled_job_lag_seconds", { job_name: "metrics-test" }],
    (tx) => tx`
    insert into public.scheduled_jobs (name, every, last_finished_at)
    values ('metrics-test', ${every}, now() - make_interval(secs => ${secondsAgo}))`,
  );
  expect(both).toEqual([null, late]);
});

it("who waits for a lock is counted", async () => {
  const [row] =
    await sql`insert into public.consumers (name, event_types) values (${`metrics-${randomUUID()}`}, '{metrics.tested}') returning name`;
  const name = row?.name as string;
  const lock = (tx: TransactionSql) => tx`select 1 from public.consumers where name = ${name} for update`;
  let waiter: Promise<unknown> = Promise.resolve();
  try {
    const [before, after] = await changed("now", ["lock_waits"], async (tx) => {
      await lock(tx);
      waiter = sql.begin((other) => lock(other as TransactionSql));
      await new Promise((done) => setTimeout(done, 300));
    });
    expect((after ?? 0) - (before ?? 0)).toBeGreaterThanOrEqual(1);
    await waiter;
  } finally {
    await sql`delete from public.consumers where name = ${name}`;
  }
});

it("an entry too many is a difference, and so is a balance that is not the sum of its entries", async () => {
  const forge = (check: string, work: (tx: TransactionSql) => Promise<unknown>) =>
    changed("ledger", ["ledger_difference_minor", { check }], work);
  const account = (tx: TransactionSql) => tx`
    insert into public.ledger_accounts (kind, owner_id, balance_minor) values ('wallet', ${randomUUID()}, 7) returning id`;
  expect(await forge("balances", account)).toEqual([0, 7]);
  expect(
    await forge("entries", async (tx) => {
      await tx`alter table public.ledger_entries disable trigger user`;
      const [mine] = await account(tx);
      const [moved] = await tx`
        insert into public.ledger_transfers (kind, reference_id) values ('settlement', ${randomUUID()}) returning id`;
      await tx`insert into public.ledger_entries (transfer_id, account_id, amount_minor) values (${moved?.id}, ${mine?.id}, 3)`;
    }),
  ).toEqual([0, 3]);
});
