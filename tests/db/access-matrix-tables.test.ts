// Who sees which rows: everybody × every table of public × own and other tenant, against real row-level security. The tables are those of
// the catalog: one without its line here fails.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { as, call, rehearse, SERVICE, sql } from "./database.ts";
import { leaveTown, person } from "./shops.ts";
import { everybody, NOBODY, named, results, type Tenant, tenant } from "./tenants.ts";

// Rows of one tenant. Y: sees it, -: sees nothing of it, x: may not even ask.
//                                anonymous · customer · other customer · owner · other owner · courier · other courier · operator
const ROWS: [table: string, row: string, who: string, where: (t: Tenant) => Record<string, unknown>][] = [
  ["addresses", "of the customer", "x Y - - - - - -", (t) => ({ id: t.addressId })],
  ["application_papers", "of an application", NOBODY, (t) => ({ id: t.pendingPaperId })],
  ["audit_entries", "about a payout", NOBODY, (t) => ({ subject_id: t.payoutId })],
  ["audit_head", "the one row", NOBODY, () => ({ one: true })],
  ["branch_days", "of a branch", "x - - Y - - - Y", (t) => ({ branch_id: t.branchId })],
  ["branch_hours", "of a branch", "Y Y Y Y Y Y Y Y", (t) => ({ branch_id: t.branchId })],
  ["branch_hours", "of a hidden branch", "- - - Y - - - Y", (t) => ({ branch_id: t.hiddenBranchId })],
  ["branch_special_days", "of a branch", "Y Y Y Y Y Y Y Y", (t) => ({ branch_id: t.branchId })],
  ["branch_special_days", "of a hidden branch", "- - - Y - - - Y", (t) => ({ branch_id: t.hiddenBranchId })],
  ["branch_stock", "of a branch", "x - - Y - - - Y", (t) => ({ branch_id: t.branchId })],
  ["branches", "that is active", "Y Y Y Y Y Y Y Y", (t) => ({ id: t.branchId })],
  ["branches", "that is hidden", "- - - Y - - - Y", (t) => ({ id: t.hiddenBranchId })],
  ["cash_collections", "of a courier", NOBODY, (t) => ({ courier_id: t.courier.id })],
  ["cash_hand_ins", "of a courier", NOBODY, (t) => ({ courier_id: t.courier.id })],
  ["categories", "of a vendor", "Y Y Y Y Y Y Y Y", (t) => ({ vendor_id: t.vendorId })],
  ["cities", "any", "Y Y Y Y Y Y Y Y", (t) => ({ slug: t.citySlug })],
  ["coupon_redemptions", "of an order", NOBODY, (t) => ({ order_id: t.waits.id })],
  ["coupons", "of a vendor", NOBODY, (t) => ({ vendor_id: t.vendorId })],
  [
    "courier_locations",
    "of the ride",
    "x Y - Y - Y - Y",
    (t) => ({ courier_id: t.courier.id, order_id: t.rides.id }),
  ],
  [
    "courier_locations",
    "of an earlier shift",
    "x - - - - Y - Y",
    (t) => ({ courier_id: t.courier.id, lat: 40 }),
  ],
  ["consumed_events", "any", NOBODY, () => ({ consumer: "notifications" })],
  ["consumers", "any", NOBODY, () => ({ name: "email" })],
  ["courier_approaches", "to a door", NOBODY, (t) => ({ order_id: t.rides.id })],
  ["couriers", "of a vendor", "x - - Y - Y - Y", (t) => ({ id: t.courier.id })],
  ["delivery_photos", "of the ride", NOBODY, (t) => ({ order_id: t.rides.id })],
  ["delivery_reports", "of the ride", NOBODY, (t) => ({ order_id: t.rides.id })],
  ["disputes", "of an order", "x Y - Y - - - Y", (t) => ({ id: t.disputeId })],
  ["districts", "any", "Y Y Y Y Y Y Y Y", (t) => ({ id: t.districtId })],
  ["event_snapshots", "of an order", NOBODY, (t) => ({ stream_id: t.rides.id })],
  ["events", "of an order", "x Y - Y - Y - Y", (t) => ({ stream_id: t.rides.id })],
  ["events", "of an order without courier", "x Y - Y - - - Y", (t) => ({ stream_id: t.waits.id })],
  ["events", "of an order not paid yet", "x Y - - - - - Y", (t) => ({ stream_id: t.awaits.id })],
  ["events", "of a wallet", "x Y - - - - - Y", (t) => ({ stream_type: "wallet", actor_id: t.customerId })],
  ["handovers", "of the ride", NOBODY, (t) => ({ order_id: t.rides.id })],
  ["favourites", "of the customer", NOBODY, (t) => ({ user_id: t.customerId })],
  ["flags", "any", NOBODY, () => ({ key: "ordering" })],
  ["idempotency_keys", "of the customer", NOBODY, (t) => ({ actor_id: t.customerId })],
  ["impersonations", "of the customer", NOBODY, (t) => ({ user_id: t.customerId })],
  ["job_failures", "any", NOBODY, () => ({ consumer: "email" })],
  ["jobs", "any", NOBODY, () => ({ consumer: "email" })],
  ["kitchen_reservations", "of an order", NOBODY, (t) => ({ order_id: t.waits.id })],
  ["ledger_accounts", "of the customer", NOBODY, (t) => ({ owner_id: t.customerId })],
  ["ledger_accounts", "of the vendor", NOBODY, (t) => ({ owner_id: t.vendorId })],
  ["ledger_entries", "any", NOBODY, () => ({ currency: "TRY" })],
  ["ledger_transfers", "of an order", NOBODY, (t) => ({ order_id: t.sold.id })],
  ["money_findings", "of an order", NOBODY, (t) => ({ payment_id: t.latePaymentId })],
  ["money_settings", "the one row", NOBODY, () => ({ id: true })],
  ["neighborhoods", "any", "Y Y Y Y Y Y Y Y", () => ({ name: "Caferağa" })],
  ["notification_deliveries", "of the customer", NOBODY, (t) => ({ notification_id: t.noticeId })],
  ["notification_preferences", "of the customer", NOBODY, (t) => ({ user_id: t.customerId })],
  ["notification_rules", "any", NOBODY, () => ({ kind: "refund" })],
  ["notification_settings", "of the customer", NOBODY, (t) => ({ user_id: t.customerId })],
  ["notifications", "of the customer", NOBODY, (t) => ({ id: t.noticeId })],
  ["option_groups", "of a vendor", "Y Y Y Y Y Y Y Y", (t) => ({ id: t.groupId })],
  ["options", "of a group", "Y Y Y Y Y Y Y Y", (t) => ({ id: t.optionId })],
  ["order_alarms", "of an order", "x - - Y - - - Y", (t) => ({ order_id: t.rides.id })],
  ["order_items", "of an order", "x Y - Y - Y - Y", (t) => ({ order_id: t.rides.id })],
  ["order_items", "of an order without courier", "x Y - Y - - - Y", (t) => ({ order_id: t.waits.id })],
  ["order_items", "of an order not paid yet", "x Y - - - - - Y", (t) => ({ order_id: t.awaits.id })],
  ["order_transitions", "the rules", "Y Y Y Y Y Y Y Y", () => ({ actor: "vendor" })],
  ["orders", "on its way", "x Y - Y - Y - Y", (t) => ({ id: t.rides.id })],
  ["orders", "without courier", "x Y - Y - - - Y", (t) => ({ id: t.waits.id })],
  ["orders", "not paid yet", "x Y - - - - - Y", (t) => ({ id: t.awaits.id })],
  ["outbox_events", "of an order", NOBODY, (t) => ({ stream_id: t.rides.id })],
  ["payments", "of the customer", NOBODY, (t) => ({ customer_id: t.customerId })],
  ["payouts", "of a vendor", NOBODY, (t) => ({ vendor_id: t.vendorId })],
  ["price_rules", "of a vendor", NOBODY, (t) => ({ id: t.priceRuleId })],
  ["price_rule_branches", "of a rule", NOBODY, (t) => ({ rule_id: t.priceRuleId })],
  ["price_rule_categories", "of a rule", NOBODY, (t) => ({ rule_id: t.priceRuleId })],
  ["price_rule_products", "of a rule", NOBODY, (t) => ({ rule_id: t.priceRuleId })],
  ["product_option_groups", "of a product", "Y Y Y Y Y Y Y Y", (t) => ({ product_id: t.productId })],
  ["products", "on sale", "Y Y Y Y Y Y Y Y", (t) => ({ id: t.productId })],
  ["products", "switched off", "- - - Y - - - Y", (t) => ({ id: t.hiddenProductId })],
  ["products", "deleted", "- - - Y - - - Y", (t) => ({ id: t.deletedProductId })],
  ["projections", "any", NOBODY, () => ({ name: "branch_days" })],
  ["provider_events", "any", NOBODY, (t) => ({ provider_event_id: t.eventId })],
  ["push_subscriptions", "of the customer", NOBODY, (t) => ({ user_id: t.customerId })],
  ["refunds", "of an order", NOBODY, (t) => ({ order_id: t.sold.id })],
  ["review_moderations", "of a review", NOBODY, (t) => ({ review_id: t.reviewId })],
  ["reviews", "of a vendor", NOBODY, (t) => ({ vendor_id: t.vendorId })],
  ["sagas", "of a payment", NOBODY, (t) => ({ subject_id: t.paymentId })],
  ["scheduled_jobs", "any", NOBODY, () => ({ name: "sagas" })],
  ["staff_rights", "the rights", "Y Y Y Y Y Y Y Y", () => ({ role: "kitchen" })],
  ["store_credit_wallets", "of the customer", "x Y - - - - - Y", (t) => ({ customer_id: t.customerId })],
  ["tracking_links", "of an order", NOBODY, (t) => ({ order_id: t.rides.id })],
  ["users", "the customer", "x Y - - - - - Y", (t) => ({ id: t.customerId })],
  ["users", "the owner", "x - - Y - - - Y", (t) => ({ id: t.ownerId })],
  ["users", "the courier", "x - - - - Y - Y", (t) => ({ id: t.courier.userId })],
  ["vendor_applications", "of the customer", "x Y - - - - - Y", (t) => ({ id: t.applicationId })],
  ["vendor_members", "of a vendor", "x - - Y - - - Y", (t) => ({ vendor_id: t.vendorId })],
  ["vendor_payables", "of a vendor", NOBODY, (t) => ({ vendor_id: t.vendorId })],
  ["vendor_verifications", "of a vendor", "x - - - - - - Y", (t) => ({ vendor_id: t.vendorId })],
  ["vendors", "verified", "Y Y Y Y Y Y Y Y", (t) => ({ id: t.vendorId })],
  ["vendors", "suspended", "- - - Y - - - Y", (t) => ({ id: t.suspendedId })],
  ["wallet_adjustments", "of the customer", NOBODY, (t) => ({ customer_id: t.customerId })],
  ["wallet_months", "of the customer", "x Y - - - - - Y", (t) => ({ wallet_id: t.walletId })],
  ["wallet_transactions", "of the customer", "x Y - - - - - Y", (t) => ({ wallet_id: t.walletId })],
  ["webhook_deliveries", "of a vendor", NOBODY, (t) => ({ id: t.webhookDeliveryId })],
  ["webhook_endpoints", "of a vendor", NOBODY, (t) => ({ id: t.webhookId })],
];

let first: Tenant;
let second: Tenant;
let operator: string;
beforeAll(async () => {
  [first, second, operator] = [await tenant(), await tenant(), await person("admin")];
  for (const { rides } of [first, second]) {
    await sql`insert into public.event_snapshots (stream_type, stream_id, version, state, at) values ('order', ${rides.id}, 100, '{}', now())`;
    await sql`insert into public.order_alarms (order_id, step) values (${rides.id}, 'push')`;
  }
  await sql`
    with event as (insert into public.outbox_events (type, stream_type, stream_id) values ('test.seen', 'test', ${first.customerId}) returning id),
      failure as (insert into public.job_failures (consumer, event_id, error) select 'email', id, 'x' from event)
    insert into public.jobs (consumer, event_id, stream_id, state, died_at) select 'email', id, ${first.customerId}::uuid, 'dead', now() from event`;
  while ((await call<number>(SERVICE, "advance_projections")) > 0); // rows of theirs to see
});
afterAll(leaveTown);

const sides = [
  ["one tenant's", () => [first, second] as const],
  ["the other tenant's", () => [second, first] as const],
] as const;

describe.each(sides)("%s", (_, pair) => {
  it.each(ROWS)("%s %s is seen by %s", async (table, _, who, where) => {
    const conditions = Object.entries(where(pair()[0]));
    const question = `select from public.${table} where ${conditions.map(([column], n) => `${column} = $${n + 1}`).join(" and ")} limit 1`;
    const values = conditions.map(([, value]) => value) as never[];
    expect(await sql.unsafe(question, values)).toHaveLength(1); // there is something to see
    const seen = await results(everybody(...pair(), operator), (actor) =>
      as(actor, async (transaction) => ((await transaction.unsafe(question, values)).length ? "Y" : "-")),
    );
    expect(seen).toBe(who);
  });
});

describe("every table", () => {
  const tables = () =>
    named(
      sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`,
    );

  it("has its line", async () => {
    expect([...new Set(ROWS.map(([table]) => table))].sort()).toEqual(await tables());
  });

  it("is written by nobody", async () => {
    const written: string[] = [];
    for (const table of await tables()) {
      const [column] = await sql`select quote_ident(attname) as name from pg_attribute
        where attrelid = ${`public.${table}`}::regclass and attnum > 0 and attgenerated = '' and attidentity = '' limit 1`;
      const writes = [
        `insert into public.${table} default values`,
        `update public.${table} set ${column?.name} = null where false`,
        `delete from public.${table} where false`,
        `truncate public.${table}`,
      ];
      for (const write of writes) {
        const answers = await results(everybody(first, second, operator), (actor) =>
          rehearse(actor, (transaction) => transaction.unsafe(write)).then(() => "ok"),
        );
        if (answers !== NOBODY) written.push(`${write}: ${answers}`);
      }
    }
    expect(written).toEqual([]);
  });
});
