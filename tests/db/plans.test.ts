// The statements behind every screen read by index, however many orders there are. Their plans are those Postgres really uses, under
// row-level security, inside the functions (auto_explain), on a large database that is made and undone in one transaction.
import postgres, { type Notice, type TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "./database.ts";
import { fillMoney, fillOrders, LARGE } from "./large.ts";
import { fund, handOver, paymentOf, placePaid } from "./money.ts";
import { leaveTown, person } from "./shops.ts";
import { delivery, type Order, orderAt, place, type World, world } from "./world.ts";

const TABLES = [...LARGE, "users"].map((table) => `public.${table}`).join(", ");
type Plan = { "Node Type": string; "Relation Name"?: string; "Index Name"?: string; Plans?: Plan[] };
type Explained = { "Query Text": string; Plan: Plan };

let here: World;
let rides: Order; // of the world's customer, on its way
let sold: Order; // handed over, its cash with the courier
let payment: string; // awaited
let operator: string;
let friend: string;
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
  [operator, friend] = [await person("admin"), await person("customer")];
  await fund(here.customerId, 100_000);
  sold = await orderAt(here, "DELIVERED");
  await handOver(here, await placePaid(here.customerId, delivery(here, [[here.productId, 1]])));
  const waits = await place(
    here.customerId,
    delivery(here, [[here.productId, 1]], { payment_method: "card" }),
  );
  payment = await paymentOf(waits.id);
  await new Promise<void>((open, fail) => {
    done = own
      .begin(async (transaction) => {
        ready = transaction;
        await prepare(transaction);
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
  await own.unsafe(`analyze ${TABLES}`); // ANALYZE's row counts outlive a rollback
  await own.end();
  await leaveTown();
});

/** Fills the database, analyzes it, and begins to listen to its planner. */
async function prepare(transaction: TransactionSql): Promise<void> {
  await fillOrders(transaction, here.productId);
  await fillMoney(transaction, here.customerId);
  await transaction.unsafe(`analyze ${TABLES}`);
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
    "the vendor's figures beside those of the period before",
    () => [here.ownerId, `select public.vendor_insights('{"period": "7d"}')`],
    ["orders_vendor", "order_items_pkey", "events_stream_type_stream_id_version_key"],
  ],
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
  [
    "a page of a wallet's statement",
    () => [here.customerId, "select public.list_wallet_transactions()"],
    ["wallet_transactions_newest"],
  ],
  [
    "a wallet's whole statement",
    () => [here.customerId, "select public.wallet_statement()"],
    ["wallet_transactions_newest"],
  ],
  [
    "credit sent",
    () => [
      here.customerId,
      `select public.transfer_credit('{"to_email": "${friend}@test.invalid", "amount_minor": 1}', gen_random_uuid())`,
    ],
    ["ledger_accounts_pkey", "users_email"],
  ],
  ["the vendor's money", () => [here.ownerId, "select public.vendor_money()"], ["cash_collections_vendor"]],
  ["the vendor's open lines", () => [here.ownerId, `select public.list_payables('{"open": true}')`], []],
  [
    "the vendor's open lines paid out",
    () => [operator, `select public.make_payout('{"vendor_id": "${here.vendorId}"}', gen_random_uuid())`],
    ["vendor_payables_open"],
  ],
  [
    "the cash the couriers carry",
    () => [here.ownerId, "select public.list_courier_cash()"],
    ["cash_collections_courier"],
  ],
  [
    "the cash a courier carries",
    () => [here.courier.userId, "select public.my_cash()"],
    ["cash_collections_courier"],
  ],
  [
    "the cash a courier hands in",
    () => [
      here.ownerId,
      `select public.hand_in_cash('{"courier_id": "${here.courier.id}", "counted_minor": 1}', gen_random_uuid())`,
    ],
    ["cash_collections_courier"],
  ],
  [
    "an order refunded",
    () => [
      here.ownerId,
      `select public.refund_order('${sold.id}', '{"to": "wallet", "reason": "x"}', gen_random_uuid())`,
    ],
    ["refunds_order", "vendor_payables_order"],
  ],
  ["the sagas that are due", () => [null, "select public.claim_sagas()"], ["sagas_due"]],
  ["the saga of one payment", () => [null, `select public.claim_sagas(1, '${payment}')`], ["payments_pkey"]],
  [
    "what a provider says of a payment",
    () => [null, `select public.receive_provider_event('${told("payment", { payment_id: payment })}')`],
    ["payments_pkey", "payments_provider_provider_id_key"],
  ],
  [
    "what a provider says of a refund",
    () => [
      null,
      `select public.receive_provider_event('${told("refund", { provider_refund_id: "ref_1" })}')`,
    ],
    ["refunds_provider"],
  ],
  [
    "the job that applies what providers said",
    () => [null, "select public.apply_provider_events()"],
    ["provider_events_open"],
  ],
  [
    "the sweep for unpaid payments, owing orders and findings",
    () => [null, "select public.sweep_money()"],
    ["payments_open", "orders_owing", "payments_unpaid"],
  ],
  [
    "what waits for the operator",
    () => [operator, "select public.operator_overview()"],
    ["orders_active", "orders_newest", "sagas_stuck"],
  ],
  [
    "what an operator looks for",
    () => [operator, `select public.search_desk('${rides.number}')`],
    ["orders_number_key"],
  ],
  ["the operator's map", () => [operator, "select public.get_town()"], ["orders_active"]],
  [
    "a person's page",
    () => [operator, `select public.get_person('${here.customerId}')`],
    ["orders_customer"],
  ],
  [
    "a vendor's reviews",
    () => [here.customerId, `select public.list_reviews('${here.slug}')`],
    ["reviews_vendor"],
  ],
  [
    "the reviews a vendor has not answered",
    () => [here.ownerId, `select public.list_vendor_reviews('{"unanswered": true}')`],
    ["reviews_unanswered"],
  ],
  ["everybody's reviews", () => [operator, "select public.list_admin_reviews()"], ["reviews_newest"]],
  [
    "what a customer says of an order",
    () => [here.customerId, `select public.review_order('${sold.id}', '{"rating": 4}')`],
    ["reviews_order_id_key"],
  ],
  ["the operator's sagas", () => [operator, "select public.list_sagas()"], ["sagas_newest"]],
  [
    "the operator's provider events",
    () => [operator, `select public.list_provider_events('{"state": "unmatched"}')`],
    [],
  ],
];

/** A provider's message about a payment or a refund. */
function told(about: "payment" | "refund", what: Record<string, unknown>): string {
  const state = { provider_id: "pay_1", status: "processing", ...what };
  return JSON.stringify({ provider: "sandbox", id: "evt_1", type: "x", raw: "{}", [about]: state });
}

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
