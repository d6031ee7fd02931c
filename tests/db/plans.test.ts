// The statements behind every screen read by index, however many orders there are. Their plans are those Postgres really uses, under
// row-level security, inside the functions (auto_explain), on a large database that is made and undone in one transaction.
import postgres, { type Notice, type TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "./database.ts";
import { leaveTown } from "./shops.ts";
import { type Order, orderAt, type World, world } from "./world.ts";

const ORDERS = 30_000;
const LARGE = ["orders", "order_items", "events", "courier_locations"];
type Plan = { "Node Type": string; "Relation Name"?: string; "Index Name"?: string; Plans?: Plan[] };
type Explained = { "Query Text": string; Plan: Plan };

let here: World;
let rides: Order; // of the world's customer, on its way
let explained: Explained[] = [];
let ready: TransactionSql;
let undo: () => void;
let done: Promise<unknown>;
const listen = ({ message }: Notice) => {
  const json = message?.match(/plan:\s*(\{[\s\S]*\})\s*$/)?.[1];
  if (json) explained.push(JSON.parse(json) as Explained);
};
const own = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: listen });

beforeAll(async () => {
  here = await world();
  rides = await orderAt(here, "ON_ROUTE");
  await new Promise<void>((open, fail) => {
    done = own
      .begin(async (transaction) => {
        ready = transaction;
        await fill(transaction);
        open();
        await new Promise<void>((_, reject) => {
          undo = () => reject(new Error("undo"));
        });
      })
      .catch(fail);
  });
}, 120_000);
afterAll(async () => {
  undo();
  await done;
  await own`analyze public.orders, public.order_items, public.events, public.courier_locations, public.users`; // ANALYZE's row counts outlive a rollback
  await own.end();
  await leaveTown();
});

/** Many people's orders at every branch, nearly all of them past, as after a year of trade. */
async function fill(transaction: TransactionSql): Promise<void> {
  await transaction`create temporary table crowd on commit drop as select gen_random_uuid() as id, n from generate_series(1, 500) as n`;
  await transaction`insert into auth.users (id, email, aud, role) select id, id || '@crowd.invalid', 'authenticated', 'authenticated' from crowd`;
  await transaction`insert into public.couriers (user_id, vendor_id)
    select c.id, v.id from crowd c join (select id, row_number() over (order by id) as n, count(*) over () as of from public.vendors) v on v.n = 1 + c.n % v.of
    where c.n <= 300`;
  await transaction`create temporary table made on commit drop as
    select gen_random_uuid() as id, n, now() - n * interval '17 minutes' as at,
      case when n % 40 = 0 then (array['NEW', 'CONFIRMED', 'READY', 'ON_ROUTE'])[1 + n / 40 % 4] else 'DELIVERED' end as status
    from generate_series(1, ${ORDERS}) as n`;
  await transaction`
    with places as (select b.id, b.vendor_id, row_number() over (order by b.id) - 1 as n, count(*) over () as of from public.branches b),
    riders as (select c.id, c.vendor_id, row_number() over (partition by c.vendor_id order by c.id) - 1 as n, count(*) over (partition by c.vendor_id) as of from public.couriers c)
    insert into public.orders (id, customer_id, vendor_id, branch_id, courier_id, type, status, subtotal_minor, delivery_fee_minor, total_minor,
      payment_method, address_text, address_lat, address_lng, prep_minutes, eta_at, confirm_by, created_at, version)
    select m.id, c.id, p.vendor_id, p.id, r.id, 'delivery', m.status::public.order_status, 100, 0, 100,
      'cash', 'Bir sokak 1', 41, 29, 20, m.at, case when m.status = 'NEW' and m.n < 5000 then now() - interval '1 minute' else now() + interval '9 minutes' end, m.at, 3
    from made m join crowd c on c.n = 1 + m.n % 500 join places p on p.n = m.n / 40 % p.of left join riders r on r.vendor_id = p.vendor_id and r.n = m.n % r.of`;
  await transaction`insert into public.order_items (order_id, line, product_id, name, quantity, unit_price_minor, line_total_minor, counted)
    select id, line, ${here.productId}, 'Yemek', 1, 50, 50, false from made, generate_series(1, 2) as line`;
  await transaction`insert into public.events (stream_type, stream_id, version, type, actor_role)
    select 'order', id, version, 'order.status_changed', 'vendor' from made, generate_series(1, 3) as version`;
  await transaction`insert into public.courier_locations (courier_id, lat, lng, at)
    select c.id, 41, 29, now() - n * interval '15 seconds' from public.couriers c, generate_series(1, 200) as n`;
  await transaction.unsafe(
    "analyze public.orders, public.order_items, public.events, public.courier_locations, public.users",
  );
  await transaction.unsafe(`load 'auto_explain';
    set local auto_explain.log_min_duration = 0; set local auto_explain.log_nested_statements = on; set local auto_explain.log_format = json;
    set local auto_explain.log_level = notice; set local client_min_messages = notice`);
}

/** The plans of everything a call runs, as somebody (null: the service), then undone. */
async function plansOf(actor: string | null, statement: string, cache: string): Promise<Explained[]> {
  await ready
    .savepoint(async (inner) => {
      await inner`select set_config('role', ${actor ? "authenticated" : "service_role"}, true), set_config('plan_cache_mode', ${cache}, true),
      set_config('request.jwt.claims', ${actor ? JSON.stringify({ sub: actor, role: "authenticated" }) : ""}, true)`;
      explained = [];
      await inner.unsafe(statement);
      throw new Error("undo");
    })
    .catch((error) => {
      if (error.message !== "undo") throw error;
    });
  return explained;
}

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
const scans = (plans: Explained[]) =>
  plans.flatMap(({ Plan: plan, "Query Text": text }) =>
    nodes(plan)
      .filter((node) => node["Node Type"] === "Seq Scan" && LARGE.includes(node["Relation Name"] ?? ""))
      .map(
        (node) =>
          `Seq Scan on ${node["Relation Name"]} in: ${text.trim().replaceAll(/\s+/g, " ").slice(0, 160)}`,
      ),
  );
const indexes = (plans: Explained[]) =>
  new Set(plans.flatMap(({ Plan: plan }) => nodes(plan).map((node) => node["Index Name"])).filter(Boolean));

const reads: [string, () => [string | null, string], string[]][] = [
  [
    "a customer's orders",
    () => [here.customerId, `select public.list_orders('{}')`],
    ["orders_customer", "order_items_pkey"],
  ],
  [
    "a customer's order, with items and the latest position",
    () => [here.customerId, `select public.get_order('${rides.id}')`],
    ["orders_pkey", "order_items_pkey", "courier_locations_latest"],
  ],
  [
    "an order's timeline",
    () => [here.customerId, `select public.list_order_events('${rides.id}')`],
    ["events_stream_type_stream_id_version_key"],
  ],
  [
    "the vendor's board",
    () => [here.ownerId, `select public.list_vendor_orders('{"status": "active"}')`],
    ["orders_active"],
  ],
  [
    "the board of one branch",
    () => [
      here.ownerId,
      `select public.list_vendor_orders('{"status": "active", "branch_id": "${here.branchId}"}')`,
    ],
    ["orders_active"],
  ],
  [
    "the vendor's past orders",
    () => [here.ownerId, `select public.list_vendor_orders('{"status": "past"}')`],
    ["orders_branch"],
  ],
  [
    "the vendor's couriers with their last positions",
    () => [here.ownerId, "select public.list_vendor_couriers()"],
    ["orders_carried", "courier_locations_latest"],
  ],
  ["the vendor's month", () => [here.ownerId, "select public.vendor_stats('30d')"], ["orders_vendor"]],
  [
    "a courier's tasks",
    () => [here.courier.userId, "select public.list_courier_tasks()"],
    ["orders_carried"],
  ],
  [
    "a courier's past orders",
    () => [here.courier.userId, `select public.list_orders('{}')`],
    ["orders_courier"],
  ],
  [
    "a position taken",
    () => [here.courier.userId, `select public.report_position('{"lat": 41, "lng": 29}')`],
    ["orders_carried"],
  ],
  [
    "an order moved",
    () => [here.courier.userId, `select public.transition_order('${rides.id}', '{"to": "DELIVERED"}')`],
    ["orders_pkey"],
  ],
  [
    "the job that rejects what nobody confirmed",
    () => [null, "select public.reject_unconfirmed_orders()"],
    ["orders_unconfirmed"],
  ],
];

describe.each([
  ["known", "force_custom_plan"],
  ["kept", "force_generic_plan"],
])("planned with values %s", (_, cache) => {
  it.each(reads)("%s", async (_, query, wanted) => {
    const plans = await plansOf(...query(), cache);
    expect(plans.length).toBeGreaterThan(1);
    expect(scans(plans)).toEqual([]);
    expect([...indexes(plans)]).toEqual(expect.arrayContaining(wanted));
  });
});

it("this test sees a sequential scan when there is one", async () => {
  expect(
    scans(await plansOf(null, `select count(*) from public.orders where note = 'x'`, "auto")),
  ).toHaveLength(1);
});

it("every foreign key of public has an index that begins with its columns", async () => {
  const bare = await sql`
    select c.conrelid::regclass::text || '.' || c.conname as key from pg_constraint c
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
      select from pg_index i
      where i.indrelid = c.conrelid and i.indkey[0] = any (c.conkey)
        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ '^\\(\\w+ IS NOT NULL\\)$')) -- a null key references nothing
    order by 1`;
  expect(bare.map(({ key }) => key)).toEqual([]);
});
