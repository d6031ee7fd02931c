// What every consumer may rely on, held against both queues: the one in Postgres and a real RabbitMQ.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Consumer, Hopeless, type OutboxEvent, type Queue } from "../../lib/platform/queue/consumer";
import { postgresQueue } from "../../lib/platform/queue/postgres";
import { rabbitQueue } from "../../lib/platform/queue/rabbitmq";
import { databaseAsService } from "../../lib/platform/supabase";
import { call, sql } from "./database";
import { hasRabbit, startRabbit } from "./rabbitmq";
import { person } from "./shops";

const service = databaseAsService("queue-test");
const FIRST_RETRY_MS = 60;

// A consumer's effect is a row, written with its mark of consumption; what an event asks of it is in the event.
type Told = { fail?: number; hopeless?: boolean; poisoned?: boolean; dies?: boolean };
const broken = new Set<string>(); // events that fail until somebody mends the cause
let tries: Map<string, number>;

function consumerOf(name: string): Consumer {
  return {
    name,
    handle: async (event) => {
      const told = event.data as Told;
      const tried = (tries.get(`${name} ${event.id}`) ?? 0) + 1;
      tries.set(`${name} ${event.id}`, tried);
      if (told.hopeless) throw new Hopeless("There is no such address.");
      if (broken.has(String(event.data.cause))) throw new Error(`${event.data.cause} is broken.`);
      if (tried <= (told.fail ?? 0)) throw new Error(`Try ${tried} fails.`);
      await effect(name, event);
      // As a worker that was killed after its effect and before its word.
      if (told.dies && tried === 1) throw new Error("Gone before it could say so.");
    },
  };
}

async function effect(consumer: string, event: OutboxEvent): Promise<void> {
  await sql.begin(async (transaction) => {
    const [row] = await transaction`select app.consume(${consumer}, ${event.id}) as ours`;
    if (row?.ours) {
      await transaction`insert into test_effects (consumer, event_id, stream_id) values (${consumer}, ${event.id}, ${event.stream_id})`;
    }
  });
}

const NAMES = ["test.first", "test.second", "test.ordered"];
const consumers = NAMES.map(consumerOf);
let operator = "";

beforeAll(async () => {
  operator = await person("admin");
  await sql`create table if not exists test_effects (seq bigint generated always as identity, consumer text, event_id bigint, stream_id uuid)`;
  await sql`insert into consumers (name, event_types, ordered, first_retry) values
    ('test.first', '{test.happened,test.shared}', false, ${`${FIRST_RETRY_MS} milliseconds`}),
    ('test.second', '{test.shared}', false, ${`${FIRST_RETRY_MS} milliseconds`}),
    ('test.ordered', '{test.in_order}', true, ${`${FIRST_RETRY_MS} milliseconds`})
    on conflict (name) do nothing`;
  await sql`create or replace function app.test_effect(of_event bigint) returns void language plpgsql as $$
    begin
      insert into public.test_effects (consumer, event_id, stream_id) select 'test.here', e.id, e.stream_id from public.outbox_events e where e.id = of_event;
      if (select e.data ->> 'cause' = 'the shelf' from public.outbox_events e where e.id = of_event)
        and exists (select from public.test_effects x where x.consumer = 'broken') then
        raise exception 'the shelf is broken';
      end if;
      if (select (e.data ->> 'fail')::int from public.outbox_events e where e.id = of_event)
        > (select count(*) from public.job_failures f where f.event_id = of_event) then
        raise exception 'not yet';
      end if;
    end $$`;
  await sql`insert into consumers (name, event_types, handler, ordered, first_retry) values
    ('test.here', '{test.stored}', 'app.test_effect', false, ${`${FIRST_RETRY_MS} milliseconds`}),
    ('test.here_ordered', '{test.stored_in_order}', 'app.test_effect', true, ${`${FIRST_RETRY_MS} milliseconds`})
    on conflict (name) do nothing`;
});
afterAll(async () => {
  await sql`delete from consumers where name like 'test.%'`;
  await sql`drop function app.test_effect`;
  await sql`drop table test_effects`;
});

async function emit(
  type: string,
  told: Told & Record<string, unknown> = {},
  stream = randomUUID(),
  dueMs = 0,
): Promise<string> {
  await sql`select app.emit(${type}, 'test', ${stream}, ${sql.json(told as never)}, clock_timestamp() + ${`${dueMs} milliseconds`}::interval)`;
  const [row] = await sql`select max(id)::text as id from outbox_events where stream_id = ${stream}`;
  return row?.id;
}

const effects = (event: string) =>
  sql`select consumer from test_effects where event_id = ${event} order by consumer`.then((rows) =>
    rows.map((row) => row.consumer),
  );
const dead = (event: string) =>
  sql`select id::text, consumer, attempts, last_error from jobs where event_id = ${event} and state = 'dead'`;

async function until(what: string, holds: () => Promise<boolean>, ms = 30_000): Promise<void> {
  for (const deadline = Date.now() + ms; Date.now() < deadline; await sleep(25)) {
    if (await holds()) return;
  }
  throw new Error(`Not within ${ms / 1000} s: ${what}`);
}

type Made = { queue: Queue; stop?: () => Promise<void> };
const queues: [string, boolean, () => Promise<Made>][] = [
  ["postgres", true, async () => ({ queue: postgresQueue(consumers, service) })],
  [
    "rabbitmq",
    hasRabbit,
    async () => {
      const { url, stop } = await startRabbit();
      return { queue: rabbitQueue(consumers, service, { url }), stop };
    },
  ],
];

describe.each(queues)("consumers on %s", (name, available, make) => {
  if (!available) {
    it.skip(`(no ${name} on this machine)`, () => {});
    return;
  }
  let made: Made;
  let workers: { stop: () => Promise<void> }[];
  const startWorker = (parallel = 4) => {
    const end = new AbortController();
    const work = made.queue.work({ parallel, signal: end.signal });
    const stop = async () => {
      end.abort();
      await work;
    };
    workers.push({ stop });
    return { stop };
  };

  beforeAll(async () => {
    // What other suites left to do would be carried along and slow this one down.
    await sql`update outbox_events set published_at = now() where published_at is null`;
    await sql`delete from jobs`;
    made = await make();
  });
  afterAll(async () => made.stop?.());
  beforeEach(() => {
    tries = new Map();
    workers = [];
    broken.clear();
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
  });

  it("brings an event to each of its consumers once, and to no other", async () => {
    startWorker();
    const shared = await emit("test.shared");
    const own = await emit("test.happened");
    await emit("test.nobody_listens");
    await until(
      "three effects",
      async () => (await effects(shared)).length === 2 && (await effects(own)).length === 1,
    );
    expect(await effects(shared)).toEqual(["test.first", "test.second"]);
    expect(await effects(own)).toEqual(["test.first"]);
  });

  it("tries again what failed, and keeps each reason", async () => {
    startWorker();
    const event = await emit("test.happened", { fail: 2 });
    await until("the effect", async () => (await effects(event)).length === 1);
    expect(tries.get(`test.first ${event}`)).toBe(3);
    const reasons = await sql`select error from job_failures where event_id = ${event} order by id`;
    expect(reasons.map((row) => row.error)).toEqual(["Try 1 fails.", "Try 2 fails."]);
  });

  it("buries what fails four times; mended and replayed by an operator, it is done", async () => {
    startWorker();
    broken.add("the printer");
    const event = await emit("test.happened", { cause: "the printer" });
    await until("a dead letter", async () => (await dead(event)).length === 1);
    expect(tries.get(`test.first ${event}`)).toBe(4);
    const [letter] = await dead(event);
    expect(letter).toMatchObject({
      consumer: "test.first",
      attempts: 4,
      last_error: "the printer is broken.",
    });

    broken.delete("the printer");
    expect(await call(operator, "replay_jobs", { selection: { ids: [letter?.id] } })).toEqual({ count: 1 });
    await until("the effect", async () => (await effects(event)).length === 1);
    expect(await dead(event)).toHaveLength(0);
  });

  it("buries at once what is hopeless", async () => {
    startWorker();
    const event = await emit("test.happened", { hopeless: true });
    await until("a dead letter", async () => (await dead(event)).length === 1);
    expect(tries.get(`test.first ${event}`)).toBe(1);
  });

  it("does what a function of the database does, undoes it when it fails, and buries and replays it like any other", async () => {
    startWorker();
    const fine = await emit("test.stored");
    await until("the effect", async () => (await effects(fine)).length === 1);

    await sql`insert into test_effects (consumer) values ('broken')`;
    const event = await emit("test.stored", { cause: "the shelf" });
    await until("a dead letter", async () => (await dead(event)).length === 1);
    expect(await effects(event)).toEqual([]);
    const [letter] = await dead(event);
    expect(letter?.last_error).toContain("the shelf is broken");

    await sql`delete from test_effects where consumer = 'broken'`;
    await call(operator, "replay_jobs", { selection: { consumer: "test.here" } });
    await until("the effect", async () => (await effects(event)).length === 1);
  });

  it("has an effect once though the worker died before it said so", async () => {
    startWorker();
    const event = await emit("test.happened", { dies: true });
    await until("no job left", async () => {
      const [row] = await sql`select count(*)::int as n from job_failures where event_id = ${event}`;
      return row?.n === 1 && (await effects(event)).length === 1;
    });
    await sleep(FIRST_RETRY_MS * 4);
    expect(await effects(event)).toEqual(["test.first"]);
    expect(await dead(event)).toHaveLength(0);
  });

  it.each([
    ["test.in_order", "outside"],
    ["test.stored_in_order", "in the database"],
  ])(
    "keeps the order of each stream of %s (done %s), also past failures, and with two workers",
    async (type) => {
      startWorker();
      startWorker();
      const streams = Array.from({ length: 6 }, () => randomUUID());
      const sent = new Map<string, string[]>(streams.map((stream) => [stream, []]));
      for (let n = 0; n < 8; n++) {
        for (const [at, stream] of streams.entries()) {
          sent.get(stream)?.push(await emit(type, { fail: (n + at) % 4 === 0 ? 1 : 0 }, stream));
        }
      }
      const seen = () =>
        sql`select event_id::text as id, stream_id from test_effects where stream_id = any(${streams}) order by seq`;
      await until("all effects", async () => (await seen()).length === 48);
      const rows = await seen();
      for (const stream of streams) {
        expect(rows.filter((row) => row.stream_id === stream).map((row) => row.id)).toEqual(sent.get(stream));
      }
    },
  );

  it("shares the work of 300 events between two workers and scheduler's calls: nothing lost, nothing twice", async () => {
    const stream = randomUUID();
    await sql`select app.emit('test.shared', 'test', ${stream}::uuid, '{}') from generate_series(1, 300)`;
    startWorker(8);
    startWorker(8);
    await Promise.all([1, 2].map(() => made.queue.drain({ parallel: 8, ms: 5000 })));
    const done = async () =>
      sql`select count(*)::int as n, count(distinct (consumer, event_id))::int as different from test_effects where stream_id = ${stream}`;
    await until("600 effects", async () => (await done())[0]?.n >= 600);
    await sleep(300);
    expect((await done())[0]).toMatchObject({ n: 600, different: 600 });
    const [open] = await sql`select count(*)::int as n from jobs where stream_id = ${stream}`;
    expect(open?.n).toBe(0);
  });

  it("holds a paused consumer's events back until it may go on", async () => {
    startWorker();
    await call(operator, "pause_consumer", { consumer_name: "test.second", paused: true });
    const event = await emit("test.shared");
    await until("the other's effect", async () => (await effects(event)).includes("test.first"));
    await sleep(400);
    expect(await effects(event)).toEqual(["test.first"]);
    await call(operator, "pause_consumer", { consumer_name: "test.second", paused: false });
    await until("both effects", async () => (await effects(event)).length === 2);
  });

  it("brings nothing before it is due", async () => {
    startWorker();
    const event = await emit("test.happened", {}, randomUUID(), 700);
    await sleep(350);
    expect(await effects(event)).toEqual([]);
    await until("the effect", async () => (await effects(event)).length === 1);
  });

  it("finishes what it has begun when it is told to stop", async () => {
    const worker = startWorker(2);
    const stream = randomUUID();
    await sql`select app.emit('test.happened', 'test', ${stream}::uuid, '{}') from generate_series(1, 40)`;
    await until(
      "some effects",
      async () => (await sql`select from test_effects where stream_id = ${stream}`).length > 3,
    );
    await worker.stop();
    const [held] =
      await sql`select count(*)::int as n from jobs where stream_id = ${stream} and state = 'running'`;
    expect(held?.n).toBe(0);
    startWorker();
    await until(
      "all effects",
      async () => (await sql`select from test_effects where stream_id = ${stream}`).length === 40,
    );
  });
});
