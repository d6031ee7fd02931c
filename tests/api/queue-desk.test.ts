// The operator's queue over HTTP: nobody else's, dead letters read and replayed, a consumer paused and resumed.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../db/database.ts";
import { api, expectError, signedIn } from "./client.ts";

// A consumer that no version of the app knows: what it is asked fails for as long as nobody answers for it.
const NAME = `desk-${randomUUID()}`;
const TYPE = "desk.asked";

let operator: string;
beforeAll(async () => {
  operator = (await signedIn("admin")).token;
  await sql`insert into public.consumers (name, event_types, retries) values (${NAME}, ${[TYPE]}, 0)`;
});
afterAll(async () => {
  await sql`delete from public.consumers where name = ${NAME}`;
  await sql`delete from public.outbox_events where type = ${TYPE}`;
  await sql.end();
});

type Dead = {
  id: string;
  consumer: string;
  last_error: string;
  event: { id: string; type: string; data: object };
  failures: { error: string }[];
};

const get = (path: string) => api("GET", `/api/admin/queue${path}`, { token: operator });
const post = (path: string, body: unknown) =>
  api("POST", `/api/admin/queue/dead-jobs/${path}`, { token: operator, body });
const letters = async () => (await get(`/dead-jobs?consumer=${NAME}&limit=50`)).body.data as Dead[];
const self = async () =>
  ((await get("")).body.consumers as Record<string, unknown>[]).find(({ name }) => name === NAME);

/** Has the queue worked through, as the scheduler does, until the condition holds. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; ; ) {
    await api("POST", "/api/jobs/outbox", {
      headers: { Authorization: `Bearer ${process.env.CRON_SECRET}` },
    });
    if (await holds()) return;
    if (Date.now() > end) throw new Error("It did not come to hold within 30 s.");
  }
}

/** Something that must happen and cannot. */
async function poison(): Promise<string> {
  const [row] = await sql`insert into public.outbox_events (type, stream_type, stream_id, data, request_id)
    values (${TYPE}, 'desk', ${randomUUID()}, '{"order": 7}', 'desk-request') returning id::text`;
  await eventually(async () => (await letters()).some(({ event }) => event.id === row?.id));
  return row?.id;
}

describe("the queue is the operator's alone", () => {
  const routes = [
    ["GET", ""],
    ["GET", "/dead-jobs"],
    ["GET", `/outcomes?jobs=${NAME}:1`],
    ["POST", "/dead-jobs/replay", { all: true }],
    ["POST", "/dead-jobs/discard", { all: true }],
    ["PATCH", `/consumers/${NAME}`, { paused: true }],
  ] as const;
  it.each(routes)("%s %s", async (method, path, body?: object) => {
    const ask = (token?: string) => api(method, `/api/admin/queue${path}`, { token, body });
    expectError(await ask(), 401, "UNAUTHENTICATED");
    for (const role of ["customer", "vendor_admin", "courier"] as const) {
      expectError(await ask((await signedIn(role)).token), 403, "FORBIDDEN");
    }
    expect(await self()).toMatchObject({ paused_at: null });
  });
});

it("tells how the queue stands", async () => {
  const { status, body } = await get("");
  expect(status).toBe(200);
  expect(body).toMatchObject({
    driver: "postgres",
    outbox: { waiting: expect.any(Number), later: expect.any(Number) },
  });
  expect(body.minutes).toHaveLength(60);
  expect((body.schedule as { name: string }[]).map(({ name }) => name)).toContain("outbox");
  expect(await self()).toMatchObject({ event_types: [TYPE], dead: 0 });
});

describe("a dead letter", () => {
  it("says what, why and whose request; replayed it is tried again, and its end is told", async () => {
    const event = await poison();
    const [letter] = (await letters()).filter((one) => one.event.id === event);
    expect(letter).toMatchObject({
      consumer: NAME,
      last_error: expect.stringContaining(NAME),
      event: { type: TYPE, data: { order: 7 }, request_id: "desk-request" },
    });
    expect(letter?.failures).toHaveLength(1);
    const outcome = async () =>
      ((await get(`/outcomes?jobs=${NAME}:${event}`)).body.data as { state: string }[])[0]?.state;
    expect(await outcome()).toBe("dead");

    expect(await post("replay", { ids: [letter?.id] })).toMatchObject({ status: 200, body: { count: 1 } });
    await eventually(async () => (await outcome()) === "dead");
    const [again] = (await letters()).filter((one) => one.event.id === event);
    expect(again?.failures).toHaveLength(2); // it was really tried

    // The cause is mended: somebody answers for it. Here: a function in the database.
    await sql`create function app.desk_answer(event_id bigint) returns void language sql as 'select'`;
    await sql`update public.consumers set handler = 'app.desk_answer' where name = ${NAME}`;
    expect(await post("replay", { consumer: NAME })).toMatchObject({ status: 200, body: { count: 1 } });
    await eventually(async () => (await outcome()) === "done");
    expect(await letters()).toEqual([]);
    await sql`update public.consumers set handler = null where name = ${NAME}`;
    await sql`drop function app.desk_answer`;
  });

  it("discarded is gone, once", async () => {
    const event = await poison();
    const [letter] = (await letters()).filter((one) => one.event.id === event);
    expect((await post("discard", { ids: [letter?.id] })).body).toEqual({ count: 1 });
    expect((await post("discard", { ids: [letter?.id] })).body).toEqual({ count: 0 });
    expect((await get(`/outcomes?jobs=${NAME}:${event}`)).body.data).toMatchObject([{ state: "gone" }]);
  });

  it.each([
    [{}],
    [{ ids: [] }],
    [{ ids: ["1; drop table jobs"] }],
    [{ ids: [7] }],
    [{ all: false }],
    [{ all: true, consumer: NAME }],
    [{ consumer: "" }],
    [[]],
  ])("is not found by %j: which ones are meant must be said", async (selection) => {
    for (const action of ["replay", "discard"]) {
      expectError(await post(action, selection), 400, "VALIDATION_ERROR");
    }
  });
});

it("outcomes are told of fifty jobs by their names, and of nothing else", async () => {
  for (const jobs of ["email", "email:x", ":1", Array(51).fill("email:1").join(",")]) {
    expectError(await get(`/outcomes?jobs=${jobs}`), 400, "VALIDATION_ERROR");
  }
  expect((await get("/outcomes")).body.data).toEqual([]);
  expect((await get(`/outcomes?jobs=${Array(50).fill("email:1").join(",")}`)).body.data).toHaveLength(50);
});

it("a paused consumer is handed nothing until it may go on", async () => {
  const pause = (name: string, paused: unknown) =>
    api("PATCH", `/api/admin/queue/consumers/${name}`, { token: operator, body: { paused } });
  expect(await pause(NAME, true)).toMatchObject({ status: 200, body: { paused_at: expect.any(String) } });
  const [row] = await sql`insert into public.outbox_events (type, stream_type, stream_id)
    values (${TYPE}, 'desk', ${randomUUID()}) returning id::text`;
  const ready = async () => (await self())?.ready === 1;
  await eventually(ready);
  await eventually(ready); // another turn changed nothing
  expect(await letters()).toEqual([]);
  expect(await pause(NAME, false)).toMatchObject({ status: 200, body: { name: NAME, paused_at: null } });
  await eventually(async () => (await letters()).some(({ event }) => event.id === row?.id));
  expectError(await pause("nobody", true), 404, "NOT_FOUND");
  expectError(await pause(NAME, "yes"), 400, "VALIDATION_ERROR");
});
