// What an operator sees of the queue and does about it: counts that are the truth, dead letters page by page, replay, discard, pause.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { call, refusal, SERVICE, sql } from "./database.ts";
import { person } from "./shops.ts";

type Consumer = { name: string; ready: number; running: number; retrying: number; dead: number } & {
  oldest_seconds: number;
  paused_at: string | null;
  died_at: string | null;
  done_hour: number;
  failed_hour: number;
};
type Queue = {
  outbox: { waiting: number; later: number; oldest_seconds: number };
  latency_ms: { p50: number | null; p95: number | null };
  consumers: Consumer[];
  minutes: { at: string; done: number; failed: number }[];
  failures: { consumer: string; error: string; count: number }[];
  schedule: { name: string; last_error: string | null; lag_seconds: number | null }[];
};
type Dead = {
  id: string;
  consumer: string;
  last_error: string;
  died_at: string;
  event: { id: string; type: string; data: Record<string, unknown>; request_id: string | null };
  failures: { error: string; at: string }[];
};
type Page = { data: Dead[]; next_cursor: string | null };
type Claimed = { id: string; lease: string; consumer: string; event: { id: string } };

const NAME = "desk-test";
const TYPE = "desk.tested";
let operator: string;

beforeAll(async () => {
  operator = await person("admin");
});
beforeEach(async () => {
  await sql`delete from public.consumers where name like 'desk-%'`;
  await sql`insert into public.consumers (name, event_types, retries) values (${NAME}, ${[TYPE]}, 0)`;
});
afterAll(async () => {
  await sql`delete from public.consumers where name like 'desk-%'`;
  await sql`delete from public.outbox_events where type like 'desk.%'`;
  await sql.end();
});

const queue = () => call<Queue>(operator, "get_queue");
const mine = async (name = NAME) => {
  const found = (await queue()).consumers.find((consumer) => consumer.name === name);
  if (!found) throw new Error(`no consumer ${name}`);
  return found;
};
const dead = (filter: Record<string, unknown> = {}) =>
  call<Page>(operator, "list_dead_jobs", { filter: { consumer: NAME, ...filter } });
const replay = (selection: Record<string, unknown>, actor = operator) =>
  call<{ count: number }>(actor, "replay_jobs", { selection });
const discard = (selection: Record<string, unknown>) =>
  call<{ count: number }>(operator, "discard_jobs", { selection });

/** A job of the consumer, by event id. */
async function jobFor(consumer = NAME, data: Record<string, unknown> = {}): Promise<string> {
  const [event] =
    await sql`insert into public.outbox_events (type, stream_type, stream_id, data, request_id, published_at)
    values (${TYPE}, 'desk', ${randomUUID()}, ${sql.json(data as never)}, 'desk-request', clock_timestamp()) returning id::text`;
  await sql`insert into public.jobs (consumer, event_id, stream_id) select ${consumer}, id, stream_id from public.outbox_events where id = ${event?.id}`;
  return event?.id;
}

/** What a worker does with it: takes our job alone, and settles it. */
async function work(event: string, error?: string, consumer = NAME): Promise<void> {
  const [job] =
    await sql`update public.jobs set state = 'running', lease = gen_random_uuid(), leased_until = now() + interval '1 minute'
    where consumer = ${consumer} and event_id = ${event} and state = 'ready' returning id::text, lease`;
  if (!job) throw new Error("There is no such job to do.");
  const settled = [{ id: job.id, lease: job.lease, ...(error ? { error } : {}) }];
  await call(SERVICE, "turn_queue", { settled: JSON.stringify(settled), room: 0 });
}

async function deadLetter(error = "The mailbox is full.", consumer = NAME): Promise<string> {
  const event = await jobFor(consumer, { order: 7 });
  await work(event, error, consumer);
  return event;
}

describe("looking", () => {
  it("counts a job where it stands, from ready to done", async () => {
    const event = await jobFor();
    expect(await mine()).toMatchObject({ ready: 1, running: 0, retrying: 0, dead: 0, done_hour: 0 });
    await work(event);
    expect(await mine()).toMatchObject({
      ready: 0,
      dead: 0,
      done_hour: 1,
      failed_hour: 0,
      oldest_seconds: 0,
    });
  });

  it("tells retrying from ready, and does not call overdue what waits for its next try", async () => {
    await sql`update public.consumers set retries = 3, first_retry = '1 hour' where name = ${NAME}`;
    const [waits, fails] = [await jobFor(), await jobFor()];
    await work(fails, "Not now.");
    await sql`update public.jobs set run_at = now() - interval '40 seconds' where consumer = ${NAME} and event_id = ${waits}`;
    const now = await mine();
    expect(now).toMatchObject({ ready: 1, retrying: 1, dead: 0, failed_hour: 1 });
    expect(now.oldest_seconds).toBeGreaterThan(39);
    await sql`update public.jobs set run_at = now() where consumer = ${NAME} and event_id = ${waits}`;
    expect((await mine()).oldest_seconds).toBeLessThan(30);
  });

  it("does not call overdue what stands in its order behind one that is tried again", async () => {
    await sql`update public.consumers set retries = 3, first_retry = '1 hour', ordered = true where name = ${NAME}`;
    const [fails, behind] = [await jobFor(), await jobFor()];
    await work(fails, "Not now.");
    await sql`update public.jobs set run_at = now() - interval '40 seconds' where consumer = ${NAME} and event_id = ${behind}`;
    expect((await mine()).oldest_seconds).toBeGreaterThan(39); // of another stream: nothing holds it back
    await sql`update public.jobs set stream_id = (select stream_id from public.jobs where consumer = ${NAME} and event_id = ${fails})
      where consumer = ${NAME} and event_id = ${behind}`;
    expect((await mine()).oldest_seconds).toBe(0);
  });

  it("has the last hour minute by minute, and the causes of failure by their number", async () => {
    await work(await jobFor());
    await sql`update public.consumed_events set at = now() - interval '30 minutes' where consumer = ${NAME}`;
    for (const error of ["twice", "once", "twice"]) await deadLetter(error);
    const before = await sql`select count(*)::int as n from public.consumed_events
      where at >= date_trunc('minute', now()) - interval '59 minutes'`;
    const { minutes, failures } = await queue();
    expect(minutes).toHaveLength(60);
    expect(minutes.reduce((sum, { done }) => sum + done, 0)).toBe(before[0]?.n);
    expect(minutes.slice(25, 35).some(({ done }) => done > 0)).toBe(true);
    expect(minutes.slice(-2).reduce((sum, { failed }) => sum + failed, 0)).toBeGreaterThanOrEqual(3);
    const own = failures.filter(({ consumer }) => consumer === NAME);
    expect(own.map(({ error, count }) => [error, count])).toEqual([
      ["twice", 2],
      ["once", 1],
    ]);
  });

  it("measures from the change to its effect, and says nothing where nothing was done", async () => {
    await sql`delete from public.consumed_events where at > now() - interval '5 minutes'`;
    expect((await queue()).latency_ms).toEqual({ p50: null, p95: null });
    const event = await jobFor();
    await sql`update public.outbox_events set created_at = now() - interval '2 seconds', due_at = now() - interval '2 seconds' where id = ${event}`;
    await work(event);
    const { p50, p95 } = (await queue()).latency_ms;
    expect(p50).toBeGreaterThanOrEqual(2000);
    expect(p50).toBeLessThan(10_000);
    expect(p95).toBe(p50);
  });

  it("knows what is due from what is meant for later", async () => {
    const before = (await queue()).outbox;
    await sql`select app.emit('desk.nobody', 'desk', gen_random_uuid(), '{}', now() - interval '90 seconds'),
      app.emit('desk.nobody', 'desk', gen_random_uuid(), '{}', now() + interval '1 hour')`;
    const after = (await queue()).outbox;
    expect([after.waiting - before.waiting, after.later - before.later]).toEqual([1, 1]);
    expect(after.oldest_seconds).toBeGreaterThan(89);
    await sql`delete from public.outbox_events where type = 'desk.nobody'`;
  });

  it("does not call punctual what never ran, nor well what failed last", async () => {
    await sql`insert into public.scheduled_jobs (name, every) values ('desk-job', '1 minute')`;
    const job = async () => (await queue()).schedule.find(({ name }) => name === "desk-job");
    try {
      expect(await job()).toMatchObject({ lag_seconds: null, last_error: null });
      await call(SERVICE, "begin_scheduled_job", { job_name: "desk-job" });
      await call(SERVICE, "end_scheduled_job", { job_name: "desk-job", result: "{}" });
      expect(await job()).toMatchObject({ lag_seconds: 0, last_error: null });
      await sql`update public.scheduled_jobs set last_finished_at = now() - interval '3 minutes' where name = 'desk-job'`;
      await call(SERVICE, "end_scheduled_job", { job_name: "desk-job", error: "no route" });
      const late = await job();
      expect(late?.last_error).toBe("no route");
      expect(late?.lag_seconds).toBeGreaterThanOrEqual(120);
    } finally {
      await sql`delete from public.scheduled_jobs where name = 'desk-job'`;
    }
  });
});

describe("dead letters", () => {
  it("tell who, what, why, every failure and the request", async () => {
    await sql`update public.consumers set retries = 1, first_retry = '0' where name = ${NAME}`;
    const event = await jobFor(NAME, { order: 7 });
    await work(event, "First refusal.");
    expect((await dead()).data).toEqual([]);
    await work(event, "Second refusal.");
    const [letter] = (await dead()).data;
    expect(letter).toMatchObject({
      consumer: NAME,
      attempts: 2,
      last_error: "Second refusal.",
      event: { id: event, type: TYPE, data: { order: 7 }, request_id: "desk-request" },
    });
    expect(letter?.failures.map(({ error }) => error)).toEqual(["First refusal.", "Second refusal."]);
  });

  it("come page by page, newest first, none twice and none left out", async () => {
    const events: string[] = [];
    for (let made = 0; made < 5; made++) events.unshift(await deadLetter());
    await sql`update public.jobs set died_at = date_trunc('minute', now()) where consumer = ${NAME}`; // equal times too
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await dead({ limit: 2, cursor });
      expect(page.data.length).toBeLessThanOrEqual(2);
      seen.push(...page.data.map(({ event }) => event.id));
      cursor = page.next_cursor;
    } while (cursor);
    expect(seen).toEqual(events);
    expect(await refusal(dead({ cursor: "bm90IG91cnM" }))).toMatchObject({ status: "400" });
  });

  it("are another consumer's own", async () => {
    await sql`insert into public.consumers (name, event_types, retries) values ('desk-other', '{desk.other}', 0)`;
    const [one, other] = [await deadLetter(), await deadLetter("Elsewhere.", "desk-other")];
    expect((await dead()).data.map(({ event }) => event.id)).toEqual([one]);
    expect((await dead({ consumer: "desk-other" })).data.map(({ event }) => event.id)).toEqual([other]);
  });
});

describe("replaying", () => {
  const outcome = async (event: string) => {
    const asked = JSON.stringify([{ consumer: NAME, event_id: event }]);
    const { data } = await call<{ data: object[] }>(operator, "get_job_outcomes", { jobs: asked });
    return data[0];
  };

  it("sends it through as if for the first time, and its end can be followed", async () => {
    const event = await deadLetter();
    expect(await outcome(event)).toMatchObject({ state: "dead", error: "The mailbox is full." });
    const [letter] = (await dead()).data;
    expect(await replay({ ids: [letter?.id] })).toEqual({ count: 1 });
    expect(await outcome(event)).toMatchObject({ state: "ready", error: null });
    expect((await dead()).data).toEqual([]);
    expect(await mine()).toMatchObject({ ready: 1, dead: 0, died_at: null });
    await work(event, "Still full.");
    expect(await outcome(event)).toMatchObject({ state: "dead", error: "Still full." });
    await replay({ consumer: NAME });
    await work(event);
    expect(await outcome(event)).toMatchObject({ state: "done", error: null });
    expect(await replay({ ids: [letter?.id] })).toEqual({ count: 0 });
  });

  it("takes one, some, a consumer's or all, and nothing where nothing was named", async () => {
    await sql`insert into public.consumers (name, event_types, retries) values ('desk-other', '{desk.other}', 0)`;
    for (const name of [NAME, NAME, NAME, "desk-other"]) await deadLetter("x", name);
    const ids = (await dead()).data.map(({ id }) => id);
    for (const nothing of [{}, { ids: [] }, { consumer: "desk-nobody" }, { all: false }]) {
      expect(await replay(nothing)).toEqual({ count: 0 });
    }
    expect(await replay({ ids: ids.slice(0, 1) })).toEqual({ count: 1 });
    expect(await replay({ consumer: NAME })).toEqual({ count: 2 });
    expect((await mine("desk-other")).dead).toBe(1);
    expect((await replay({ all: true })).count).toBeGreaterThanOrEqual(1);
    expect((await mine("desk-other")).dead).toBe(0);
  });

  it("counts each for one of two operators who replay at once", async () => {
    for (let made = 0; made < 10; made++) await deadLetter();
    const answers = await Promise.all(Array.from({ length: 4 }, () => replay({ consumer: NAME })));
    expect(answers.reduce((sum, { count }) => sum + count, 0)).toBe(10);
    expect(await mine()).toMatchObject({ ready: 10, dead: 0 });
  });
});

it("discarding ends a dead letter for good, and touches nothing that lives", async () => {
  const [event, alive] = [await deadLetter(), await jobFor()];
  const [job] = await sql`select id::text from public.jobs where consumer = ${NAME} and event_id = ${alive}`;
  const [letter] = (await dead()).data;
  expect(await discard({ ids: [job?.id] })).toEqual({ count: 0 });
  expect(await discard({ ids: [letter?.id, job?.id] })).toEqual({ count: 1 });
  expect(await mine()).toMatchObject({ ready: 1, dead: 0, failed_hour: 1 });
  const asked = JSON.stringify([{ consumer: NAME, event_id: event }]);
  expect(await call(operator, "get_job_outcomes", { jobs: asked })).toMatchObject({
    data: [{ state: "gone" }],
  });
});

it("a paused consumer's jobs are kept and not handed out; resuming lets them go", async () => {
  const pause = (paused: boolean, name = NAME) =>
    call<{ paused_at: string | null }>(operator, "pause_consumer", { consumer_name: name, paused });
  const claim = async () => {
    const { jobs } = await call<{ jobs: Claimed[] }>(SERVICE, "turn_queue", { settled: "[]", room: 1_000 });
    const back = jobs.filter(({ consumer }) => consumer !== NAME).map(({ id }) => id);
    await sql`update public.jobs set state = 'ready', lease = null, leased_until = null where id = any (${back}::bigint[])`;
    return jobs.filter(({ consumer }) => consumer === NAME).map(({ event }) => event.id);
  };
  const event = await jobFor();
  await sql`update public.jobs set run_at = now() - interval '1 year' where consumer = ${NAME}`;
  const { paused_at } = await pause(true);
  expect(paused_at).not.toBeNull();
  expect((await pause(true)).paused_at).toBe(paused_at); // since the first time
  expect(await claim()).toEqual([]);
  expect(await mine()).toMatchObject({ ready: 1, paused_at });
  expect((await pause(false)).paused_at).toBeNull();
  expect(await claim()).toEqual([event]);
  expect(await refusal(pause(true, "desk-nobody"))).toMatchObject({ status: "404", code: "NOT_FOUND" });
});
