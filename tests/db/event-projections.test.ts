// Projections are counted again from the first of 100 000 events while orders go on, without anyone reading less meanwhile, and end equal to
// what counting everything at once gives. No event is passed over, however late its transaction commits.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { call, invoke, refusal, SERVICE, sql } from "./database.ts";
import { leaveTown, person } from "./shops.ts";
import { delivery, orderAt, place, type World, world } from "./world.ts";

const STREAMS = 20_000; // four events each, and as many wallet events: 100 000

type Projection = {
  name: "branch_days" | "wallet_months";
  generation: number;
  events: number;
  lag_events: number;
  rows: number;
  rebuilding: { generation: number; events: number } | null;
};

let here: World;
let operator: string;
beforeAll(async () => {
  here = await world();
  operator = await person("admin");
  await history();
});
afterAll(leaveTown);

/** Past orders at three branches and wallets' movements, written without what triggers would make of them. */
const history = () =>
  sql.begin(async (transaction) => {
    await transaction`set local session_replication_role = replica`;
    await transaction`create temporary table streams on commit drop as
      select gen_random_uuid() as id, n, now() - n * interval '3 minutes' as at, n % 10 = 0 as unpaid from generate_series(1, ${STREAMS}) as n`;
    await transaction`
      insert into public.events (stream_type, stream_id, version, type, actor_role, data, changes, at)
      select 'order', s.id, v, case v when 1 then 'order.created' when 2 then case when s.unpaid then 'order.paid' else 'order.status_changed' end else 'order.status_changed' end,
        'system', case v when 1 then '{}' when 2 then '{"to": "CONFIRMED"}' when 3 then '{"to": "READY"}'
          else jsonb_build_object('to', (array['DELIVERED', 'DELIVERED', 'REJECTED', 'CANCELED_BY_USER', 'CANCELED_BY_VENDOR'])[1 + s.n % 5]) end,
        case v when 1 then jsonb_build_object('branch_id', md5('branch' || s.n % 3)::uuid, 'subtotal_minor', s.n, 'delivery_fee_minor', 10,
          'discount_minor', 3, 'placed_at', case when not s.unpaid then s.at end) else '{}' end,
        s.at + v * interval '7 minutes'
      from streams s, generate_series(1, 4) as v`;
    await transaction`
      insert into public.events (stream_type, stream_id, version, type, actor_role, data, at)
      select 'wallet', md5('wallet' || n % 50)::uuid, 1 + n / 50, 'wallet.credited', 'system',
        jsonb_build_object('amount_minor', case when n % 3 = 0 then -n else n end), at
      from streams where not exists (select from public.events e where e.stream_id = md5('wallet' || n % 50)::uuid and e.version = 1 + n / 50)`;
  });

const projections = async () =>
  (await call<{ data: Projection[] }>(operator, "list_projections")).data as [Projection, Projection]; // by name
const advance = (batch = 5_000) => call<number>(SERVICE, "advance_projections", { batch });
async function catchUp() {
  while ((await advance()) > 0 || (await projections()).some(({ lag_events }) => lag_events > 0));
}
const rowsOf = (name: Projection["name"]) =>
  name === "branch_days"
    ? sql`select to_jsonb(d) - 'generation' as row from public.branch_days d where generation = app.serving_generation('branch_days') order by branch_id, day`
    : sql`select to_jsonb(m) - 'generation' as row from public.wallet_months m where generation = app.serving_generation('wallet_months') order by wallet_id, month`;

/** The same figures by walking through each stream once. */
const counted = (name: Projection["name"]) =>
  name === "branch_days"
    ? sql`
      with told as (
        select e.*, (e.at at time zone 'Europe/Istanbul')::date as day,
          first_value(case when e.schema_version = 2 then e.changes else to_jsonb(o) end) over stream as first,
          bool_or(e.type = 'order.paid' or (e.type = 'order.created' and (case when e.schema_version = 2 then e.changes ->> 'placed_at' else o.created_at::text end) is not null))
            over (partition by e.stream_id order by e.version) as placed,
          max(e.at) filter (where e.data ->> 'to' = 'CONFIRMED') over (partition by e.stream_id order by e.version) as confirmed_at
        from public.events e left join public.orders o on o.id = e.stream_id where e.stream_type = 'order'
        window stream as (partition by e.stream_id order by e.version)),
      counted as (
        select (first ->> 'branch_id')::uuid as branch_id, day,
          count(*) filter (where type = 'order.paid' or type = 'order.created') as placed,
          count(*) filter (where data ->> 'to' = 'DELIVERED') as delivered, count(*) filter (where data ->> 'to' = 'REJECTED') as rejected,
          count(*) filter (where data ->> 'to' like 'CANCELED%') as canceled,
          coalesce(sum((first ->> 'subtotal_minor')::bigint + (first ->> 'delivery_fee_minor')::bigint - (first ->> 'discount_minor')::bigint)
            filter (where data ->> 'to' = 'DELIVERED'), 0) as revenue_minor,
          count(*) filter (where data ->> 'to' = 'READY') as prepared,
          coalesce(sum(extract(epoch from at - confirmed_at)::bigint) filter (where data ->> 'to' = 'READY'), 0) as prep_seconds
        from told where placed and type in ('order.created', 'order.paid', 'order.status_changed') and first ->> 'branch_id' is not null group by 1, 2)
      select to_jsonb(c) as row from counted c order by branch_id, day`
    : sql`
      select to_jsonb(m) as row from (
        select stream_id as wallet_id, date_trunc('month', at at time zone 'Europe/Istanbul')::date as month,
          sum(greatest((data ->> 'amount_minor')::bigint, 0)) as credited_minor, sum(greatest(-(data ->> 'amount_minor')::bigint, 0)) as debited_minor,
          count(*) as movements
        from public.events where stream_type = 'wallet' group by 1, 2 order by 1, 2) m`;

it("counts 100 000 events again while orders go on, and ends equal", async () => {
  await catchUp();
  const before = await projections();
  expect(before[0].events).toBeGreaterThanOrEqual(5 * STREAMS);

  for (const { name, generation } of before) {
    expect(await call(operator, "rebuild_projection", { name })).toMatchObject({
      generation,
      rebuilding: { generation: generation + 1, events: 0 },
    });
  }
  const writing = new AbortController();
  const written = Promise.all(
    ["DELIVERED", "REJECTED", "READY"].map(async (status) => {
      let orders = 0;
      for (; !writing.signal.aborted; orders++) {
        if (status === "REJECTED") {
          const { id } = await place(here.customerId, delivery(here, [[here.productId, 1]]));
          await call(here.ownerId, "transition_order", { order_id: id, move: { to: status } });
        } else await orderAt(here, status === "READY" ? "PREPARING" : status);
      }
      return orders;
    }),
  );

  const begun = performance.now();
  let rounds = 0;
  for (let now = await projections(); now.some(({ rebuilding }) => rebuilding); now = await projections()) {
    for (const [n, { rows, generation, rebuilding }] of now.entries()) {
      expect(rows).toBeGreaterThanOrEqual(before[n]?.rows ?? 0); // the old is read until the new is whole
      if (rebuilding) expect(generation).toBe(before[n]?.generation);
    }
    await advance();
    rounds++;
  }
  const took = performance.now() - begun;
  writing.abort();
  const orders = (await written).reduce((sum, n) => sum + n, 0);
  console.log(
    `both projections rebuilt from ${before[0].events} events in ${took.toFixed(0)} ms and ${rounds} calls, ${orders} orders beside`,
  );
  expect(orders).toBeGreaterThan(0);
  expect(rounds).toBeGreaterThan(10);

  await catchUp();
  expect((await projections()).map(({ generation }) => generation)).toEqual(
    before.map(({ generation }) => generation + 1),
  );
  for (const { name } of before) {
    expect((await rowsOf(name)).map(({ row }) => row)).toEqual((await counted(name)).map(({ row }) => row));
  }
  const [old] =
    await sql`select (select count(*) from public.branch_days d where generation <> app.serving_generation('branch_days'))
    + (select count(*) from public.wallet_months m where generation <> app.serving_generation('wallet_months')) as rows`;
  expect(Number(old?.rows)).toBe(0);
});

it("passes over no event whose transaction commits after later ones", async () => {
  const placedAt = async () =>
    (
      await sql`select coalesce(sum(placed), 0)::int as n from public.branch_days where branch_id = ${here.branchId} and generation = app.serving_generation('branch_days')`
    )[0]?.n;
  await catchUp();
  const before = await placedAt();
  await sql.begin(async (slow) => {
    await slow`select set_config('request.jwt.claims', ${JSON.stringify({ sub: here.customerId, role: "authenticated" })}, true)`;
    await invoke(slow, "place_order", {
      order_body: delivery(here, [[here.productId, 1]]),
      idempotency_key: randomUUID(),
    });
    for (let n = 0; n < 3; n++) await orderAt(here, "NEW"); // begins later, commits earlier
    await advance();
    expect(await placedAt()).toBe(before); // what is above a running transaction waits
  });
  await catchUp();
  expect(await placedAt()).toBe(before + 4);
});

it("is advanced by one caller at a time, and the one who skips asks to be called again", async () => {
  await sql`update public.outbox_events set published_at = now() where type = 'projection.fell_behind'`;
  await catchUp();
  await orderAt(here, "NEW");
  await sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(hashtext('advance_projections'))`;
    expect(await advance()).toBe(0);
  });
  const asked =
    await sql`select due_at > clock_timestamp() - interval '1 second' as soon from public.outbox_events
    where type = 'projection.fell_behind' and published_at is null`;
  expect(asked.map(({ soon }) => soon)).toEqual([true]);
  expect(await advance()).toBeGreaterThan(0);
});

it("tells a vendor their own days, and a wallet's owner the month", async () => {
  const theirs = await world();
  const days = async (owner: string) =>
    (await call<{ by_day: Record<string, unknown>[] }>(owner, "vendor_stats", { period: "7d" })).by_day;
  const month = async () =>
    (await call<{ month: Record<string, number> }>(here.customerId, "get_wallet")).month;
  await catchUp();
  const [before, monthBefore] = [(await days(here.ownerId)).at(-1), await month()];
  const order = await orderAt(here, "DELIVERED");
  await call(operator, "adjust_wallet", {
    adjustment: { email: `${here.customerId}@test.invalid`, amount_minor: 700, reason: "Deneme" },
    idempotency_key: randomUUID(),
  });
  await catchUp();
  const week = await days(here.ownerId);
  expect(week).toHaveLength(7);
  expect(week.at(-1)).toEqual({
    ...before,
    placed: Number(before?.placed) + 1,
    delivered: Number(before?.delivered) + 1,
    revenue_minor: Number(before?.revenue_minor) + order.total_minor,
    prep_minutes: expect.any(Number),
  });
  expect(await month()).toEqual({ ...monthBefore, credited_minor: (monthBefore.credited_minor ?? 0) + 700 });
  expect((await days(theirs.ownerId)).every(({ placed }) => placed === 0)).toBe(true);
});

it("is rebuilt by operators, and there is no other", async () => {
  expect(await refusal(call(here.ownerId, "rebuild_projection", { name: "branch_days" }))).toMatchObject({
    status: "403",
  });
  expect(await refusal(call(operator, "rebuild_projection", { name: "events" }))).toMatchObject({
    status: "404",
  });
});
