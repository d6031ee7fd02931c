// What events say: an order and a wallet are rebuilt from them as they are and as they were, and a row they do not explain is found.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { as, call, outcome, refusal, SERVICE, sql } from "./database.ts";
import { leaveTown, person } from "./shops.ts";
import {
  assign,
  type Body,
  type Courier,
  courier,
  delivery,
  move,
  type Order,
  orderAt,
  place,
  type World,
  world,
} from "./world.ts";

const LONG = 1_000;
const MOMENTS = 50;

type Check = { data: { id: string; version: number; events: number; differences: { column: string }[] }[] };

let here: World;
let operator: string;
let other: Courier;

beforeAll(async () => {
  here = await world();
  operator = await person("admin");
  other = await courier(here.vendorId);
});
afterAll(leaveTown);

const get = (actor: string, order_id: string) => call<Order & Body>(actor, "get_order", { order_id });
const getAt = (actor: string, order_id: string, moment: unknown) =>
  call<Order & Body>(actor, "get_order_at", { order_id, moment });
const check = (stream: string, id: string) =>
  call<Check>(operator, "check_rebuilt_state", { filter: { stream, id } }).then(({ data }) => data[0]);
const refund = (order_id: string, draft: Body) =>
  call(operator, "refund_order", {
    order_id,
    draft: { to: "wallet", reason: "Deneme", ...draft },
    idempotency_key: randomUUID(),
  });
const adjust = (amount_minor: number) =>
  call(operator, "adjust_wallet", {
    adjustment: { email: `${here.customerId}@test.invalid`, amount_minor, reason: "Deneme" },
    idempotency_key: randomUUID(),
  });
const walletId = async () =>
  (await sql`select id from public.store_credit_wallets where customer_id = ${here.customerId}`)[0]?.id;
/** What of an order is the same then and now: not what can be done, nor telephones and positions, which are for orders that run. The hand-over is a row of its own, and untold of the past. */
const lasting = ({ allowed_transitions, customer, courier: rider, ...order }: Order & Body) => ({
  ...order,
  rider: rider && { ...rider, phone: null, position: null },
});

describe("a stream of a thousand events", () => {
  let id: string;
  beforeAll(async () => {
    id = (await orderAt(here, "CONFIRMED")).id;
    await as(here.ownerId, async (transaction) => {
      for (let version = 2; version < LONG; version++) {
        const chosen = version % 2 ? null : here.courier.id;
        await transaction`select public.assign_courier(${id}, jsonb_build_object('courier_id', ${chosen}::uuid, 'version', ${version}::int))`;
      }
    });
  });

  it("replays in less than two seconds without snapshots", async () => {
    const begun = performance.now();
    const [row] = await sql`select app.order_state(${id}, ${LONG}, false) as state`;
    const took = performance.now() - begun;
    console.log(`${LONG} events replayed in ${took.toFixed(0)} ms`);
    expect(took).toBeLessThan(2_000);
    expect(row?.state).toMatchObject({ id, version: LONG, status: "CONFIRMED" });
    expect(await check("order", id)).toMatchObject({ version: LONG, events: LONG, differences: [] });
  });

  it("has a snapshot after every hundredth, each equal to replaying all before it", async () => {
    const snapshots =
      await sql`select version, state, app.order_state(${id}, version, false) as replayed from public.event_snapshots where stream_id = ${id} order by version`;
    expect(snapshots.map(({ version }) => version)).toEqual(
      Array.from({ length: LONG / 100 }, (_, n) => (n + 1) * 100),
    );
    for (const { state, replayed } of snapshots) expect(state).toEqual(replayed);
  });

  it("is read from the newest snapshot on", async () => {
    const undone = new Error("undone");
    const reading = sql.begin(async (transaction) => {
      await transaction`delete from public.event_snapshots where stream_id = ${id} and version = 500`;
      await transaction`insert into public.event_snapshots (stream_type, stream_id, version, state, at)
        select 'order', ${id}, 500, '{"note": "from the snapshot"}', now()`;
      const [row] = await transaction`select app.order_state(${id}, 550) ->> 'note' as after,
        app.order_state(${id}, 499) ->> 'note' as before, app.order_state(${id}, 550, false) ->> 'note' as without`;
      expect(row).toEqual({ after: "from the snapshot", before: null, without: null });
      throw undone;
    });
    await expect(reading).rejects.toBe(undone);
  });

  it("has its snapshots made again from events alone", async () => {
    const undone = new Error("undone");
    const read = (from: typeof sql) =>
      from`select version, state from public.event_snapshots where stream_id = ${id} order by version`;
    const before = [...(await read(sql))];
    const rebuilding = sql.begin(async (transaction) => {
      await transaction`select app.rebuild_snapshots()`;
      expect([...(await read(transaction as unknown as typeof sql))]).toEqual(before);
      throw undone;
    });
    await expect(rebuilding).rejects.toBe(undone);
  });
});

const step = fc.record({
  do: fc.constantFrom("advance", "advance", "advance", "assign", "refund", "pieces"),
  n: fc.nat(2),
});

it(`an order is at ${MOMENTS} past times what was read then`, async () => {
  let compared = 0;
  const seen = new Set<unknown>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), fc.boolean(), async (steps, credit) => {
      await adjust(40_000);
      const order = await place(
        here.customerId,
        delivery(here, [[here.productId, 3]], { payment_method: credit ? "wallet" : "cash" }),
      );
      const lived = [await get(operator, order.id)];
      for (const { do: what, n } of steps) {
        const now = lived.at(-1) as Order;
        const to = now.allowed_transitions[n % now.allowed_transitions.length];
        if (what === "advance" && to) {
          await outcome(move(operator, order.id, to, { reason: "Deneme", prep_minutes: 10 + n }));
        } else if (what === "assign") {
          const chosen = [null, here.courier.id, other.id][n] ?? null;
          await outcome(assign(here.ownerId, order.id, chosen, { version: now.version }));
        } else if (what === "refund" || what === "pieces") {
          await outcome(
            refund(
              order.id,
              what === "refund" ? { amount_minor: 100 + n } : { items: [{ line: 1, quantity: 1 }] },
            ),
          );
        }
        const next = await get(operator, order.id);
        if (next.version > now.version) lived.push(next);
      }
      // Never in whole milliseconds: such a time means all of its millisecond, and the next event may be in it.
      const moments = await sql`
        select version, (at + case when at = date_trunc('milliseconds', at) then interval '1 microsecond' else interval '0' end)::text as at
        from (
          select e.version, e.at + random() * (lead(e.at, 1, clock_timestamp()) over (order by e.version) - e.at) as at
          from public.events e where e.stream_id = ${order.id}) between_events
        order by random() limit 7`;
      for (const { version, at } of moments) {
        const then = lived.find((each) => each.version === version);
        if (!then) continue; // one command wrote two events: nobody could read between them
        expect(lasting(await getAt(operator, order.id, at))).toEqual({ ...lasting(then), handover: null });
        compared++;
        seen.add(then.status);
      }
      expect((await check("order", order.id))?.differences).toEqual([]);
    }),
    { numRuns: 30, endOnFailure: true },
  );
  expect(compared).toBeGreaterThanOrEqual(MOMENTS);
  expect(seen.size).toBeGreaterThan(4);
});

it("a wallet is at every past time what it was then", async () => {
  const lived: { at: string; balance: number }[] = [];
  for (let n = 0; n < 130; n++) {
    await adjust(n % 3 ? 1_000 + n : -500);
    const [row] =
      await sql`select a.balance_minor::int as balance, clock_timestamp()::text as at from public.ledger_accounts a where a.id = ${await walletId()}`;
    lived.push({ at: row?.at, balance: row?.balance });
  }
  for (const { at, balance } of lived) {
    const [row] = await sql`select app.wallet_at(${await walletId()}, ${at}) as state`;
    expect(row?.state.balance_minor).toBe(balance);
  }
  const [before] = await sql`select app.wallet_at(${await walletId()}, '2000-01-01') as state`;
  expect(before?.state).toBeNull();
  expect(
    await sql`select from public.event_snapshots where stream_id = ${await walletId()}`,
  ).not.toHaveLength(0);
  expect((await check("wallet", await walletId()))?.differences).toEqual([]);
});

it("events of the first shape are brought up to date", async () => {
  const order = await orderAt(here, "DELIVERED");
  await refund(order.id, { amount_minor: 500 });
  const twin = randomUUID();
  await sql.begin(async (transaction) => {
    await transaction`insert into public.orders select (jsonb_populate_record(o, jsonb_build_object('id', ${twin}::uuid, 'number', nextval('public.order_number')))).*
      from public.orders o where o.id = ${order.id}`;
    await transaction`insert into public.order_items select (jsonb_populate_record(i, jsonb_build_object('order_id', ${twin}::uuid))).*
      from public.order_items i where i.order_id = ${order.id}`;
    await transaction`insert into public.refunds select (jsonb_populate_record(r, jsonb_build_object('order_id', ${twin}::uuid, 'id', gen_random_uuid()))).*
      from public.refunds r where r.order_id = ${order.id}`;
    await transaction`insert into public.events (stream_type, stream_id, version, type, actor_id, actor_role, data, at, schema_version)
      select stream_type, ${twin}, version, type, actor_id, actor_role, data, at, 1 from public.events where stream_id = ${order.id}`;
  });
  const facts = ({
    status,
    version,
    paid_minor,
    refunded_minor,
    payment_status,
    courier: rider,
    total_minor,
    items,
    end_reason,
  }: Order & Body) => ({
    status,
    version,
    paid_minor,
    refunded_minor,
    payment_status,
    total_minor,
    items,
    end_reason,
    rider: rider?.id,
  });
  const events = await sql`select at::text from public.events where stream_id = ${order.id} order by version`;
  for (const { at } of events) {
    expect(facts(await getAt(operator, twin, at))).toEqual(facts(await getAt(operator, order.id, at)));
  }
  expect(events.length).toBe(9);
  expect((await check("order", twin))?.differences).toEqual([]);
});

describe("a time that was asked for", () => {
  it("is refused when it is still to come, and there is nothing before the order", async () => {
    const order = await orderAt(here, "NEW");
    const [row] =
      await sql`select now() + interval '1 hour' as later, created_at - interval '1 second' as before from public.orders where id = ${order.id}`;
    expect(await refusal(getAt(here.customerId, order.id, row?.later))).toMatchObject({
      status: "400",
      details: { at: [expect.any(String)] },
    });
    expect(await refusal(getAt(here.customerId, order.id, row?.before))).toMatchObject({ status: "404" });
    expect(await refusal(getAt(here.customerId, randomUUID(), row?.before))).toMatchObject({ status: "404" });
  });

  it("finds the order from its own times on, also cut to milliseconds", async () => {
    const order = (await orderAt(here, "CONFIRMED")) as Order & { created_at: string; updated_at: string };
    for (const cut of [(at: string) => at, (at: string) => new Date(at).toISOString()]) {
      expect(await getAt(here.ownerId, order.id, cut(order.created_at))).toMatchObject({
        status: "NEW",
        version: 1,
      });
      expect(await getAt(here.ownerId, order.id, cut(order.updated_at))).toMatchObject({
        status: "CONFIRMED",
        version: 2,
      });
    }
  });

  it("shows no telephone, position or button, and is for those who may see the order now", async () => {
    await sql`update public.users set phone = '+905550000000' where id in ${sql([here.customerId, here.courier.userId])}`;
    const order = await orderAt(here, "ON_ROUTE");
    const [row] = await sql`select now()::text as at`;
    await move(here.courier.userId, order.id, "DELIVERED");
    for (const actor of [here.customerId, here.ownerId, here.courier.userId, operator]) {
      const then = await getAt(actor, order.id, row?.at);
      expect(then).toMatchObject({ status: "ON_ROUTE", allowed_transitions: [], customer: { phone: null } });
      expect(then.courier).toMatchObject({ id: here.courier.id, phone: null, position: null });
    }
    expect(await refusal(getAt(other.userId, order.id, row?.at))).toMatchObject({ status: "404" });
    expect(await refusal(getAt((await world()).ownerId, order.id, row?.at))).toMatchObject({ status: "404" });
  });
});

describe("the check", () => {
  it("finds an order that was changed behind its events' back, also when it changes properly later", async () => {
    const order = await orderAt(here, "CONFIRMED");
    await sql`update public.orders set note = 'Başka biri', prep_minutes = 99 where id = ${order.id}`;
    await sql`update public.order_items set note = 'Başka' where order_id = ${order.id}`;
    const columns = async () => (await check("order", order.id))?.differences.map(({ column }) => column);
    expect(await columns()).toEqual(["items", "note", "prep_minutes"]);
    await move(here.ownerId, order.id, "PREPARING");
    expect(await columns()).toEqual(["items", "note", "prep_minutes"]);
  });

  it("finds a wallet with money that no event brought", async () => {
    await adjust(1_000);
    await sql`update public.ledger_accounts set balance_minor = balance_minor + 7 where id = ${await walletId()}`;
    expect((await check("wallet", await walletId()))?.differences).toMatchObject([
      { column: "balance_minor" },
    ]);
    await sql`update public.ledger_accounts set balance_minor = balance_minor - 7 where id = ${await walletId()}`;
    expect((await check("wallet", await walletId()))?.differences).toEqual([]);
  });

  it("goes through all rows page by page", async () => {
    for (const stream of ["order", "wallet"]) {
      const first = await call<Check & { next_cursor: string }>(operator, "check_rebuilt_state", {
        filter: { stream, limit: 2 },
      });
      expect(first.data).toHaveLength(2);
      const second = await call<Check>(operator, "check_rebuilt_state", {
        filter: { stream, limit: 50, cursor: first.next_cursor },
      });
      expect(second.data.length).toBeGreaterThan(0);
      expect(second.data.map(({ id }) => id)).not.toContain(first.data[0]?.id);
    }
    expect(
      await refusal(call(operator, "check_rebuilt_state", { filter: { stream: "order", id: randomUUID() } })),
    ).toMatchObject({ status: "404" });
  });
});

describe("events are written once", () => {
  const WRITES = [
    "update public.events set data = '{}'",
    "delete from public.events",
    "truncate public.events",
  ];

  it.each(WRITES)("%s is refused to their owner", async (write) => {
    expect(await refusal(sql.unsafe(write))).toMatchObject({ status: "409" });
  });

  it.each([
    ...WRITES,
    "insert into public.events (stream_type, stream_id, version, type, actor_role) values ('order', gen_random_uuid(), 1, 'x', 'x')",
  ])("%s is not for the service", async (write) => {
    expect(await outcome(as(SERVICE, (transaction) => transaction.unsafe(write)))).toBe("42501");
  });

  it("snapshots are not rewritten, nor written by the service", async () => {
    const write = "update public.event_snapshots set state = '{}'";
    expect(await refusal(sql.unsafe(write))).toMatchObject({ status: "409" });
    expect(await outcome(as(SERVICE, (transaction) => transaction.unsafe(write)))).toBe("42501");
  });

  it("what replay needs is for operators only", async () => {
    const order = await orderAt(here, "CONFIRMED");
    const asked = (actor: string) =>
      as(
        actor,
        (transaction) => transaction`select changes from public.events where stream_id = ${order.id}`,
      );
    for (const actor of [here.customerId, here.ownerId, operator])
      expect(await outcome(asked(actor))).toBe("42501");
    const told = async (actor: string) =>
      (await call<{ data: Body[] }>(actor, "list_order_events", { order_id: order.id })).data[1] ?? {};
    expect(await told(operator)).toMatchObject({ changes: { status: "CONFIRMED" } });
    for (const actor of [here.customerId, here.ownerId])
      expect(await told(actor)).not.toHaveProperty("changes");
  });
});
