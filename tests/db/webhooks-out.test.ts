// Webhooks from the event to a receiver: who is told what, once; what a delivery says and how it is signed; and what becomes of one that
// is not taken. The consumer runs as it ships, against this database and receivers on this machine.
import { createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Hopeless, type OutboxEvent } from "@/lib/platform/queue/consumer";
import type { Database } from "@/lib/platform/supabase";
import { webhookDeliveries } from "@/lib/webhooks/consumers";
import { call, outcome, refusal, SERVICE, sql } from "./database.ts";
import { paymentOf, placePaid, record } from "./money.ts";
import { leaveTown, person } from "./shops.ts";
import { assign, delivery, move, type Order, orderAt, place, tally, type World, world } from "./world.ts";

type Endpoint = { id: string; secret: string; enabled: boolean; disabled_reason: string | null };
type Delivery = {
  id: string;
  type: string;
  payload: string;
  state: string;
  attempts: number;
  last_status: number | null;
  last_error: string | null;
  response_excerpt: string | null;
};
type Page = { data: Delivery[]; next_cursor: string | null };
type Got = { headers: IncomingHttpHeaders; body: string };

const EVERYTHING = ["order.created", "order.status_changed", "order.courier_assigned", "order.refunded"];

let here: World;
let elsewhere: World;
let url: string;
let got: Got[]; // what the receiver was sent
let answers: { status: number; headers?: Record<string, string>; body?: string }[]; // its next answers; then 200

const receiver = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    got.push({ headers: request.headers, body });
    const { status, headers, body: text } = answers.shift() ?? { status: 200 };
    response.writeHead(status, headers).end(text ?? "thanks");
  });
});

beforeAll(async () => {
  process.env.WEBHOOK_ALLOW_LOOPBACK = "1";
  await new Promise<void>((done) => receiver.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/kapgel`;
  elsewhere = await world();
});
beforeEach(async () => {
  [here, got, answers] = [await world(), [], []];
});
afterAll(async () => {
  receiver.close();
  await leaveTown();
});

const endpoint = (more: Record<string, unknown> = {}, owner = here.ownerId) =>
  call<Endpoint>(owner, "create_webhook_endpoint", { endpoint: { url, event_types: EVERYTHING, ...more } });
const log = async (id: string, filter: Record<string, unknown> = {}, actor = here.ownerId) =>
  (await call<Page>(actor, "list_webhook_deliveries", { endpoint_id: id, filter })).data;
const seen = async (id: string) =>
  (await call<{ data: Endpoint[] }>(here.ownerId, "list_webhook_endpoints")).data.find(
    (each) => each.id === id,
  );

/** The outbox's events of a stream, oldest first. */
const events = async (streamId: string, type?: string): Promise<OutboxEvent[]> => {
  const rows = await sql`select app.outbox_json(e) as event from public.outbox_events e
    where e.stream_id = ${streamId} and (${type ?? null}::text is null or e.type = ${type ?? null}) order by e.id`;
  return rows.map(({ event }) => event);
};
const fanOut = async ({ id }: OutboxEvent): Promise<number> =>
  (await sql`select app.fan_out_webhooks(${id}) as made`)[0]?.made;

/** Everything that happened to an order, told to whom it is to be told; returns how many deliveries each event made. */
async function tell(order: { id: string }): Promise<number[]> {
  const made: number[] = [];
  for (const event of await events(order.id)) made.push(await fanOut(event));
  return made;
}

/** Lets the shipped consumer send what was asked for last; answers "ok" or what it threw. */
async function send(endpointId: string): Promise<string> {
  const event = (await events(endpointId, "webhook.delivery_requested")).at(-1);
  const db = { call: (name: string, args: Record<string, unknown>) => call(SERVICE, name, args) };
  if (!event) throw new Error("nothing was asked for");
  try {
    await webhookDeliveries.handle(event, {
      db: db as unknown as Database,
      signal: AbortSignal.timeout(10_000),
    });
    return "ok";
  } catch (error) {
    return `${error instanceof Hopeless ? "hopeless: " : ""}${(error as Error).message}`;
  }
}

const isSignedBy = ({ headers, body }: Got, secret: string) => {
  const [t, ...proofs] = String(headers["kapgel-signature"]).split(",");
  const proof = createHmac("sha256", secret)
    .update(`${t?.slice(2)}.${body}`)
    .digest("hex");
  return proofs.includes(`v1=${proof}`);
};

describe("an event", () => {
  it("makes one delivery for each endpoint that wants it, also when it is handled by many at once", async () => {
    const [all, some, off] = [
      await endpoint(),
      await endpoint({ event_types: ["order.refunded", "order.status_changed"] }),
      await endpoint(),
    ];
    const foreign = await endpoint({}, elsewhere.ownerId);
    await call(here.ownerId, "update_webhook_endpoint", { endpoint_id: off.id, patch: { enabled: false } });
    const order = await orderAt(here, "CONFIRMED");
    const [placed, confirmed] = await events(order.id);
    if (!placed || !confirmed) throw new Error("no events");
    const made = await Promise.all(Array.from({ length: 10 }, () => fanOut(placed)));
    expect(made.toSorted()).toEqual([...Array(9).fill(0), 1]);
    expect(await fanOut(confirmed)).toBe(2);
    const types = async (id: string, owner?: string) => (await log(id, {}, owner)).map(({ type }) => type);
    expect(await types(all.id)).toEqual(["order.status_changed", "order.created"]);
    expect(await types(some.id)).toEqual(["order.status_changed"]);
    expect(await types(off.id)).toEqual([]);
    expect(await types(foreign.id, elsewhere.ownerId)).toEqual([]);
    expect(await events(all.id, "webhook.delivery_requested")).toHaveLength(2);
    expect(await events(off.id)).toHaveLength(0);
  });

  it("of a card order is not told before it is paid; then it is a new order, once", async () => {
    const hook = await endpoint();
    const order = await place(here.customerId, {
      ...delivery(here, [[here.productId, 1]]),
      payment_method: "card",
    });
    const [placed] = await events(order.id);
    await record(await paymentOf(order.id), "succeeded");
    // The placing is handled late, when the order is paid already: still one new order.
    expect(placed && (await fanOut(placed))).toBe(0);
    expect(await tell(order)).toEqual([0, 1]);
    expect(await log(hook.id)).toMatchObject([{ type: "order.created" }]);
  });

  it("of a card order that was never paid is not told at all", async () => {
    const hook = await endpoint();
    const order = await place(here.customerId, {
      ...delivery(here, [[here.productId, 1]]),
      payment_method: "card",
    });
    await move(here.customerId, order.id, "CANCELED_BY_USER");
    expect((await tell(order)).some(Boolean)).toBe(false);
    expect(await log(hook.id)).toEqual([]);
  });

  it("of a courier and of a refund says what changed", async () => {
    const hook = await endpoint();
    const order = await placePaid(here.customerId, delivery(here, [[here.productId, 1]]));
    await move(here.ownerId, order.id, "CONFIRMED");
    await assign(here.ownerId, order.id, here.courier.id);
    await move(here.ownerId, order.id, "CANCELED_BY_VENDOR", { reason: "Malzeme bitti" });
    await tell(order);
    const told = (await log(hook.id)).map(({ type, payload }) => ({
      type,
      change: JSON.parse(payload).data.change,
    }));
    expect(told.reverse()).toMatchObject([
      { type: "order.created" },
      { type: "order.status_changed", change: { from: "NEW", to: "CONFIRMED", actor_role: "vendor" } },
      { type: "order.courier_assigned", change: { courier_id: here.courier.id } },
      { type: "order.status_changed", change: { to: "CANCELED_BY_VENDOR", reason: "Malzeme bitti" } },
      { type: "order.refunded", change: { amount_minor: order.total_minor } },
    ]);
    expect(told.every(({ change }) => !("actor_id" in change || "courier_name" in change))).toBe(true);
  });
});

describe("a delivery", () => {
  it("says what the order was when it was written, and nothing of its customer but the name", async () => {
    const hook = await endpoint();
    await sql`update public.users set phone = '+905551112233' where id = ${here.customerId}`;
    const order = await place(here.customerId, delivery(here, [[here.productId, 2]], { note: "Zili çalma" }));
    await tell(order);
    await move(here.ownerId, order.id, "CONFIRMED");
    const [written] = await log(hook.id);
    const payload = JSON.parse(written?.payload ?? "");
    expect(payload).toMatchObject({ id: written?.id, type: "order.created", created_at: expect.any(String) });
    expect(payload.data.order).toMatchObject({
      id: order.id,
      number: order.number,
      status: "NEW",
      version: 1,
      branch_id: here.branchId,
      total_minor: order.total_minor,
      note: "Zili çalma",
      customer: { full_name: "Deneme Kişisi" },
      items: [{ line: 1, product_id: here.productId, quantity: 2, unit_price_minor: 10_000 }],
    });
    for (const secret of ["+905551112233", "Moda Caddesi 12", here.customerId, "@test.invalid"]) {
      expect(written?.payload).not.toContain(secret);
    }
  });

  it("comes signed, under its id, byte for byte, and only once", async () => {
    const hook = await endpoint();
    await tell(await orderAt(here, "NEW"));
    expect(await send(hook.id)).toBe("ok");
    const [done] = await log(hook.id);
    expect(done).toMatchObject({
      state: "delivered",
      attempts: 1,
      last_status: 200,
      last_error: null,
      response_excerpt: "thanks",
    });
    expect(got).toHaveLength(1);
    expect(got[0]?.body).toBe(done?.payload);
    expect(got[0]?.headers).toMatchObject({
      "content-type": "application/json",
      "user-agent": "KapGel-Webhooks/1",
      "kapgel-event": "order.created",
      "kapgel-delivery": done?.id,
    });
    expect(got[0] && isSignedBy(got[0], hook.secret)).toBe(true);
    expect(got[0] && isSignedBy(got[0], "kgwh_other")).toBe(false);
    expect(await send(hook.id)).toBe("ok"); // the worker died before it said so
    expect(got).toHaveLength(1);
  });

  it("that is not taken is tried three times more, under the same id, and has then failed", async () => {
    const hook = await endpoint();
    await tell(await orderAt(here, "NEW"));
    answers = Array(4).fill({ status: 500, body: `kaput\0 ${"ş".repeat(2000)}` });
    const states: unknown[] = [];
    for (let tries = 0; tries < 4; tries++) {
      expect(await send(hook.id)).toBe("BAD_STATUS");
      const [now] = await log(hook.id);
      states.push([now?.state, now?.attempts, now?.last_status, now?.response_excerpt?.slice(0, 5)]);
    }
    expect(states).toEqual([
      ["pending", 1, 500, "kaput"],
      ["pending", 2, 500, "kaput"],
      ["pending", 3, 500, "kaput"],
      ["failed", 4, 500, "kaput"],
    ]);
    expect(new Set(got.map(({ headers }) => headers["kapgel-delivery"])).size).toBe(1);
    expect(new Set(got.map(({ body }) => body)).size).toBe(1);
  });

  it("follows no redirect, and says so", async () => {
    const hook = await endpoint();
    await tell(await orderAt(here, "NEW"));
    answers = [{ status: 302, headers: { Location: url } }];
    expect(await send(hook.id)).toBe("REDIRECT");
    expect(got).toHaveLength(1);
    expect(await log(hook.id)).toMatchObject([{ last_status: 302, last_error: "REDIRECT" }]);
  });

  it("to an address inside a private network fails at once, for good", async () => {
    const hook = await endpoint({ url: "https://10.0.0.1/" });
    await tell(await orderAt(here, "NEW"));
    expect(await send(hook.id)).toBe("hopeless: REFUSED_ADDRESS");
    expect(await log(hook.id)).toMatchObject([
      { state: "failed", attempts: 1, last_error: "REFUSED_ADDRESS" },
    ]);
  });

  it("of an endpoint that was deleted meanwhile is nobody's", async () => {
    const hook = await endpoint();
    await tell(await orderAt(here, "NEW"));
    await call(here.ownerId, "delete_webhook_endpoint", { endpoint_id: hook.id });
    expect(await send(hook.id)).toBe("ok");
    expect(got).toHaveLength(0);
  });
});

describe("a secret", () => {
  it("is told when it is made or renewed and in no other answer", async () => {
    const hook = await endpoint();
    expect(hook.secret).toMatch(/^kgwh_[0-9a-f]{64}$/);
    await call(here.ownerId, "ping_webhook_endpoint", { endpoint_id: hook.id });
    const later = [
      await call(here.ownerId, "list_webhook_endpoints"),
      await call(here.ownerId, "update_webhook_endpoint", {
        endpoint_id: hook.id,
        patch: { description: "Kasa" },
      }),
      await log(hook.id),
      await events(hook.id),
    ];
    expect(JSON.stringify(later)).toContain(hook.id);
    expect(JSON.stringify(later)).not.toMatch(/kgwh_|"(previous_)?secret"/);
  });

  it("that was renewed signs for a day beside the new one", async () => {
    const old = await endpoint();
    const renewed = await call<Endpoint>(here.ownerId, "rotate_webhook_secret", { endpoint_id: old.id });
    expect(renewed.secret).not.toBe(old.secret);
    await tell(await orderAt(here, "NEW"));
    await send(old.id);
    expect([old, renewed].map(({ secret }) => got[0] && isSignedBy(got[0], secret))).toEqual([true, true]);

    await sql`update public.webhook_endpoints set previous_secret_until = now() - interval '1 second' where id = ${old.id}`;
    await tell(await orderAt(here, "NEW"));
    await send(old.id);
    expect([old, renewed].map(({ secret }) => got[1] && isSignedBy(got[1], secret))).toEqual([false, true]);
  });
});

describe("an endpoint", () => {
  const failOnce = async (hook: Endpoint, order: Order) => {
    await tell(order);
    const [last] = await log(hook.id);
    await call(SERVICE, "finish_webhook_delivery", {
      delivery_id: last?.id,
      outcome: { error: "TIMEOUT", lasting: true, duration_ms: 5000 },
    });
  };
  const failures = (id: string, count: number) =>
    sql`update public.webhook_endpoints set failures_in_a_row = ${count} where id = ${id}`;

  it("that failed twenty times in a row is switched off, its vendor told once, and nothing more sent there", async () => {
    const hook = await endpoint();
    await failures(hook.id, 18);
    await failOnce(hook, await orderAt(here, "NEW"));
    expect(await seen(hook.id)).toMatchObject({ enabled: true, failures_in_a_row: 19 });
    const waits = await orderAt(here, "NEW");
    await tell(waits);
    const [pending] = await log(hook.id);
    await failOnce(hook, await orderAt(here, "NEW"));
    expect(await seen(hook.id)).toMatchObject({ enabled: false, disabled_reason: "TOO_MANY_FAILURES" });
    expect(await events(hook.id, "webhook.endpoint_disabled")).toMatchObject([
      { data: { endpoint_id: hook.id, vendor_id: here.vendorId } },
    ]);
    await sql`select public.notify_of(e.id) from outbox_events e where e.stream_id = ${hook.id} and e.type = 'webhook.endpoint_disabled'`;
    expect(
      await sql`select kind, data from notifications where user_id = ${here.ownerId} and kind = 'webhook_stopped'`,
    ).toEqual([{ kind: "webhook_stopped", data: { host: expect.stringMatching(/^[\w.-]+$/) } }]);
    expect(
      await call(SERVICE, "begin_webhook_delivery", { delivery_id: pending?.id }),
      "what waited for it",
    ).toBeNull();
    expect((await log(hook.id)).find(({ id }) => id === pending?.id)).toMatchObject({
      state: "failed",
      last_error: "ENDPOINT_DISABLED",
    });
    expect((await tell(await orderAt(here, "NEW"))).some(Boolean)).toBe(false);
    expect(await outcome(call(here.ownerId, "replay_webhook_delivery", { delivery_id: pending?.id }))).toBe(
      "INVALID_TRANSITION",
    );
    // A ping asks whether it is well; switched on again it counts from nought.
    await call(here.ownerId, "ping_webhook_endpoint", { endpoint_id: hook.id });
    expect(await send(hook.id)).toBe("ok");
    expect(got.map(({ headers }) => headers["kapgel-event"])).toEqual(["ping"]);
    await call(here.ownerId, "update_webhook_endpoint", { endpoint_id: hook.id, patch: { enabled: true } });
    expect(await seen(hook.id)).toMatchObject({ enabled: true, disabled_reason: null, failures_in_a_row: 0 });
    await call(here.ownerId, "replay_webhook_delivery", { delivery_id: pending?.id });
    expect(await send(hook.id)).toBe("ok");
    expect(JSON.parse(got.at(-1)?.body ?? "").data.order.id).toBe(waits.id);
  });

  it("counts failures in a row only: one that is taken clears them, a failed ping is none", async () => {
    const hook = await endpoint();
    await failures(hook.id, 19);
    await call(here.ownerId, "ping_webhook_endpoint", { endpoint_id: hook.id });
    answers = Array(4).fill({ status: 500 });
    for (let tries = 0; tries < 4; tries++) await send(hook.id);
    expect(await log(hook.id)).toMatchObject([{ type: "ping", state: "failed" }]);
    expect(await seen(hook.id)).toMatchObject({ enabled: true, failures_in_a_row: 19 });
    await tell(await orderAt(here, "NEW"));
    expect(await send(hook.id)).toBe("ok");
    expect(await seen(hook.id)).toMatchObject({ enabled: true, failures_in_a_row: 0 });
  });

  it("is one of ten at most, also when twelve are made at once", async () => {
    expect(await tally(Array.from({ length: 12 }, () => endpoint()))).toEqual({
      ok: 10,
      VALIDATION_ERROR: 2,
    });
  });

  it.each([
    { url: "ftp://example.com/" },
    { url: "http://example.com/" },
    { event_types: [] },
    { event_types: ["order.created", "wallet.funded"] },
    { description: "x".repeat(101) },
  ])("of %j is refused by the table itself", async (more) => {
    expect((await refusal(endpoint(more))).status).toBe("23514");
  });

  it("is pinged one at a time", async () => {
    const hook = await endpoint();
    const ping = () => call(here.ownerId, "ping_webhook_endpoint", { endpoint_id: hook.id });
    expect(await tally([ping(), ping(), ping()])).toEqual({ ok: 1, INVALID_TRANSITION: 2 });
    await send(hook.id);
    expect(await outcome(ping())).toBe("ok");
  });
});

describe("the log", () => {
  it("is read page by page, newest first, and by state", async () => {
    const hook = await endpoint();
    for (let n = 0; n < 5; n++) await tell(await orderAt(here, "NEW"));
    const all = await log(hook.id, { limit: 50 });
    await call(SERVICE, "finish_webhook_delivery", {
      delivery_id: all[3]?.id,
      outcome: { error: "REFUSED_ADDRESS", lasting: true, duration_ms: 1 },
    });
    const read: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await call<Page>(here.ownerId, "list_webhook_deliveries", {
        endpoint_id: hook.id,
        filter: { limit: 2, cursor },
      });
      expect(page.data.length).toBeLessThanOrEqual(2);
      read.push(...page.data.map(({ id }) => id));
      cursor = page.next_cursor;
    } while (cursor);
    expect(read).toEqual(all.map(({ id }) => id));
    expect((await log(hook.id, { state: "failed" })).map(({ id }) => id)).toEqual([all[3]?.id]);
    expect(await log(hook.id, { state: "delivered" })).toEqual([]);
  });

  it("sends again what was delivered or has failed, the same id and text, and not what is on its way", async () => {
    const hook = await endpoint();
    await tell(await orderAt(here, "NEW"));
    const [one] = await log(hook.id);
    const replay = () => call<Delivery>(here.ownerId, "replay_webhook_delivery", { delivery_id: one?.id });
    expect(await outcome(replay())).toBe("INVALID_TRANSITION");
    await send(hook.id);
    expect(await replay()).toMatchObject({ id: one?.id, state: "pending", attempts: 0 });
    expect(await outcome(replay())).toBe("INVALID_TRANSITION");
    await send(hook.id);
    expect(got).toHaveLength(2);
    expect(got[1]?.body).toBe(got[0]?.body);
    expect(got[1]?.headers["kapgel-delivery"]).toBe(one?.id);
    expect(await log(hook.id)).toMatchObject([{ id: one?.id, state: "delivered", attempts: 1 }]);
  });

  it("lets go of what has been on its way for an hour: its worker was lost", async () => {
    const hook = await endpoint();
    await tell(await orderAt(here, "NEW"));
    const [one] = await log(hook.id);
    await sql`update public.webhook_deliveries set requested_at = now() - interval '61 minutes' where id = ${one?.id ?? ""}`;
    expect(await outcome(call(here.ownerId, "replay_webhook_delivery", { delivery_id: one?.id }))).toBe("ok");
  });

  it("forgets after thirty days", async () => {
    const hook = await endpoint();
    await tell(await orderAt(here, "NEW"));
    await tell(await orderAt(here, "NEW"));
    const [newer, older] = await log(hook.id);
    await sql`update public.webhook_deliveries set created_at = now() - interval '31 days' where id = ${older?.id ?? ""}`;
    expect(await call<number>(SERVICE, "purge_webhook_deliveries")).toBeGreaterThanOrEqual(1);
    expect((await log(hook.id)).map(({ id }) => id)).toEqual([newer?.id]);
  });
});

it("an operator reads a vendor's endpoints and log, and changes nothing", async () => {
  const hook = await endpoint();
  await tell(await orderAt(here, "NEW"));
  const operator = await person("admin");
  const args = { filter: { vendor_id: here.vendorId } };
  expect(await call(operator, "list_webhook_endpoints", args)).toMatchObject({ data: [{ id: hook.id }] });
  const [one] = await log(hook.id, {}, operator);
  const refused = [
    call(operator, "create_webhook_endpoint", { endpoint: { url, event_types: EVERYTHING } }),
    call(operator, "update_webhook_endpoint", { endpoint_id: hook.id, patch: { enabled: false } }),
    call(operator, "rotate_webhook_secret", { endpoint_id: hook.id }),
    call(operator, "replay_webhook_delivery", { delivery_id: one?.id }),
  ];
  expect(await tally(refused)).toEqual({ FORBIDDEN: 4 });
});

it("what is nobody's and what is another vendor's look the same", async () => {
  const foreign = await endpoint({}, elsewhere.ownerId);
  for (const id of [foreign.id, randomUUID()]) {
    const attempts = [
      call(here.ownerId, "list_webhook_deliveries", { endpoint_id: id }),
      call(here.ownerId, "update_webhook_endpoint", { endpoint_id: id, patch: { enabled: false } }),
      call(here.ownerId, "delete_webhook_endpoint", { endpoint_id: id }),
      call(here.ownerId, "rotate_webhook_secret", { endpoint_id: id }),
      call(here.ownerId, "ping_webhook_endpoint", { endpoint_id: id }),
      call(here.ownerId, "replay_webhook_delivery", { delivery_id: id }),
    ];
    expect(await tally(attempts)).toEqual({ NOT_FOUND: 6 });
  }
});
