// Who may call what: everybody × every function of public × own and other tenant, each call undone. The functions are those of the catalog:
// one without its line here fails.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESK } from "./access-desk.ts";
import { HANDOVER } from "./access-handover.ts";
import { type Line, MONEY } from "./access-money.ts";
import { NOTIFICATIONS } from "./access-notifications.ts";
import { OFFICE } from "./access-office.ts";
import { PROMOTIONS } from "./access-promotions.ts";
import { QUEUE } from "./access-queue.ts";
import { SHOP } from "./access-shop.ts";
import { TRACKING } from "./access-tracking.ts";
import { call, invoke, rehearse, SERVICE, sql } from "./database.ts";
import { ledgerIsSound } from "./ledger.ts";
import { leaveTown, MODA, person } from "./shops.ts";
import { everybody, NOBODY, named, results, type Tenant, tenant } from "./tenants.ts";
import { delivery, pickup } from "./world.ts";

// Calls about one tenant. x: not granted, a number: refused with it, ok: done, Y: done and the answer holds `shows`.
const EVERYBODY = "Y Y Y Y Y Y Y Y";
const OWNER = "x 403 403 ok 404 403 403 403";
const OWNER_READS = "x 403 403 Y 404 403 403 403";
const OPERATOR = "x 403 403 403 403 403 403 ok";
const FUNCTIONS: Line[] = [
  ...MONEY,
  ["advance_projections", NOBODY, () => ({})],
  ...HANDOVER,
  ...NOTIFICATIONS,
  ...PROMOTIONS,
  ...OFFICE,
  ...QUEUE,
  ...SHOP,
  ...TRACKING,
  [
    "assign_courier",
    "x 403 403 ok 404 403 403 ok",
    (t) => ({ order_id: t.waits.id, assignment: { courier_id: t.courier.id } }),
  ],
  ["begin_webhook_delivery", NOBODY, (t) => ({ delivery_id: t.webhookDeliveryId })],
  [
    "check_rebuilt_state",
    "x 403 403 403 403 403 403 Y",
    (t) => ({ filter: { stream: "order", id: t.waits.id } }),
    (t) => t.waits.id,
  ],
  [
    "create_branch",
    OWNER,
    (t) => ({
      body: {
        vendor_id: t.vendorId,
        name: "Yeni",
        district_id: t.districtId,
        address_text: "Moda 1",
        ...MODA,
      },
    }),
  ],
  [
    "create_courier",
    "x 403 403 ok ok 403 403 403",
    () => ({ person: { email: `${randomUUID()}@test.invalid`, full_name: "Yeni", password: "kapgel-test" } }),
  ],
  [
    "create_product",
    OWNER,
    (t) => ({
      body: { vendor_id: t.vendorId, category_id: t.emptyCategoryId, name: "Yeni", price_minor: 1 },
    }),
  ],
  [
    "create_webhook_endpoint",
    "x 403 403 ok ok 403 403 403",
    () => ({ endpoint: { url: "https://example.com/", event_types: ["order.created"] } }),
  ],
  [
    "decide_application",
    "x 403 403 403 403 403 403 ok",
    (t) => ({ application_id: t.pendingId, body: { decision: "approved" } }),
  ],
  ["delete_address", "x ok 404 404 404 404 404 404", (t) => ({ address_id: t.addressId })],
  ["delete_category", OWNER, (t) => ({ category_id: t.emptyCategoryId })],
  ["delete_option_group", OWNER, (t) => ({ group_id: t.groupId })],
  ["delete_product", OWNER, (t) => ({ product_id: t.hiddenProductId })],
  ["delete_webhook_endpoint", OWNER, (t) => ({ endpoint_id: t.webhookId })],
  ...DESK,
  ["discard_jobs", OPERATOR, () => ({ selection: { ids: [] } })],
  ["finish_webhook_delivery", NOBODY, (t) => ({ delivery_id: t.webhookDeliveryId, outcome: {} })],
  ["get_job_outcomes", OPERATOR, () => ({ jobs: "[]" })],
  ["get_me", "401 Y ok ok ok ok ok ok", () => ({}), (t) => t.customerId],
  ["get_menu", EVERYBODY, (t) => ({ branch_id: t.branchId }), (t) => t.productId],
  ["get_menu", "ok ok ok ok ok ok ok ok", (t) => ({ branch_id: t.branchId }), (t) => t.hiddenProductId],
  ["get_menu", "404 404 404 404 404 404 404 404", (t) => ({ branch_id: t.hiddenBranchId })],
  ["get_order", "x Y 404 Y 404 Y 404 Y", (t) => ({ order_id: t.rides.id }), (t) => t.rides.id],
  ["get_order", "x Y 404 Y 404 404 404 Y", (t) => ({ order_id: t.waits.id }), (t) => t.waits.id],
  ["get_order_alarms", "x 403 403 Y 404 403 403 Y", (t) => ({ order_id: t.rides.id }), (t) => t.rides.id],
  ["get_queue", OPERATOR, () => ({})],
  [
    "get_order_at",
    "x Y 404 Y 404 Y 404 Y",
    (t) => ({ order_id: t.rides.id, moment: new Date().toISOString() }),
    (t) => t.rides.id,
  ],
  [
    "get_order_at",
    "x Y 404 404 404 404 404 Y",
    (t) => ({ order_id: t.awaits.id, moment: new Date().toISOString() }),
    (t) => t.awaits.id,
  ],
  ["get_vendor", EVERYBODY, (t) => ({ slug: t.slug }), (t) => t.branchId],
  ["get_vendor", "ok ok ok ok ok ok ok ok", (t) => ({ slug: t.slug }), (t) => t.hiddenBranchId],
  ["get_vendor", "404 404 404 404 404 404 404 404", (t) => ({ slug: t.suspendedSlug })],
  ["get_vendor_profile", OWNER_READS, (t) => ({ vendor_id: t.vendorId }), (t) => t.slug],
  ["get_vendor_branch", OWNER_READS, (t) => ({ branch_id: t.hiddenBranchId }), (t) => t.hiddenBranchId],
  ["health", EVERYBODY, () => ({}), () => "true"],
  ["list_addresses", "x Y ok ok ok ok ok ok", () => ({}), (t) => t.addressId],
  [
    "list_admin_vendors",
    "x 403 403 403 403 403 403 Y",
    () => ({ filter: { limit: 50 } }),
    (t) => t.suspendedId,
  ],
  ["list_applications", "x 403 403 403 403 403 403 Y", () => ({ filter: { limit: 50 } }), (t) => t.pendingId],
  ["list_categories", OWNER_READS, (t) => ({ vendor_id: t.vendorId }), (t) => t.emptyCategoryId],
  ["list_cities", EVERYBODY, () => ({}), (t) => t.citySlug],
  ["list_courier_tasks", "x 403 403 403 403 Y ok 403", () => ({}), (t) => t.rides.id],
  ["list_dead_jobs", OPERATOR, () => ({})],
  ["list_districts", EVERYBODY, (t) => ({ city: t.citySlug }), (t) => String(t.districtId)],
  ["list_option_groups", OWNER_READS, (t) => ({ vendor_id: t.vendorId }), (t) => t.groupId],
  ["list_order_events", "x Y 404 Y 404 Y 404 Y", (t) => ({ order_id: t.rides.id }), (t) => t.courier.id],
  ["list_orders", "x Y ok Y ok Y ok Y", () => ({ filter: { limit: 50 } }), (t) => t.rides.id],
  ["list_orders", "x Y ok Y ok ok ok Y", () => ({ filter: { limit: 50 } }), (t) => t.waits.id],
  ["list_projections", "x 403 403 403 403 403 403 Y", () => ({}), () => "branch_days"],
  ["list_vendor_branches", OWNER_READS, (t) => ({ vendor_id: t.vendorId }), (t) => t.hiddenBranchId],
  ["list_vendor_couriers", "x 403 403 Y ok 403 403 400", () => ({}), (t) => t.courier.id], // an operator says whose
  [
    "list_vendor_couriers",
    "x 403 403 Y 404 403 403 Y",
    (t) => ({ vendor_id: t.vendorId }),
    (t) => t.courier.id,
  ],
  ["list_vendor_orders", OWNER_READS, (t) => ({ filter: { branch_id: t.branchId } }), (t) => t.waits.id],
  ["list_vendor_orders", "x 403 403 Y ok 403 403 403", () => ({ filter: {} }), (t) => t.waits.id],
  [
    "list_vendor_products",
    OWNER_READS,
    (t) => ({ filter: { vendor_id: t.vendorId } }),
    (t) => t.hiddenProductId,
  ],
  ["list_vendor_slugs", EVERYBODY, () => ({}), (t) => t.slug],
  ["list_vendor_slugs", "ok ok ok ok ok ok ok ok", () => ({}), (t) => t.suspendedSlug],
  ["list_vendors", EVERYBODY, (t) => ({ filter: { city: t.citySlug } }), (t) => t.vendorId],
  ["list_waiting_alarms", "x 403 403 ok ok 403 403 403", () => ({ filter: {} })],
  [
    "list_webhook_deliveries",
    "x 403 403 Y 404 403 403 Y",
    (t) => ({ endpoint_id: t.webhookId }),
    (t) => t.webhookDeliveryId,
  ],
  ["list_webhook_endpoints", "x 403 403 Y ok 403 403 400", () => ({}), (t) => t.webhookId], // an operator says whose
  [
    "list_webhook_endpoints",
    "x 403 403 Y 404 403 403 Y",
    (t) => ({ filter: { vendor_id: t.vendorId } }),
    (t) => t.webhookId,
  ],
  ["my_applications", "x Y ok ok ok 403 403 403", () => ({}), (t) => t.applicationId],
  ["ping_webhook_endpoint", OWNER, (t) => ({ endpoint_id: t.webhookId })],
  ["pause_consumer", OPERATOR, () => ({ consumer_name: "webhooks", paused: true })],
  [
    "place_order",
    "x ok ok 403 403 403 403 403",
    (t) => ({ order_body: delivery(t, [], basket(t)), idempotency_key: randomUUID() }),
  ],
  ["purge_expired", NOBODY, () => ({})],
  ["purge_webhook_deliveries", NOBODY, () => ({})],
  ["quote_order", EVERYBODY, (t) => ({ draft: pickup(t, [], basket(t)) }), (t) => t.productId],
  ["rebuild_projection", "x 403 403 403 403 403 403 ok", () => ({ name: "branch_days" })],
  ["reject_unconfirmed_orders", NOBODY, () => ({})],
  ["replay_webhook_delivery", OWNER, (t) => ({ delivery_id: t.webhookDeliveryId })],
  ["replay_jobs", OPERATOR, () => ({ selection: { ids: [] } })],
  ["report_position", "x 403 403 403 403 ok 404 403", (t) => ({ report: { ...MODA, order_id: t.rides.id } })],
  ["rotate_webhook_secret", OWNER, (t) => ({ endpoint_id: t.webhookId })],
  [
    "save_address",
    "x ok ok ok ok ok ok ok",
    () => ({ address: { label: "Ev", text: "Moda Caddesi 1", ...MODA } }),
  ],
  ["save_category", OWNER, (t) => ({ body: { id: t.emptyCategoryId, name: "Raf" } })],
  [
    "save_option_group",
    OWNER,
    (t) => ({
      body: {
        id: t.groupId,
        name: "Boy",
        min_choices: 0,
        max_choices: 1,
        options: [{ id: t.optionId, name: "Orta" }],
      },
    }),
  ],
  ["search_places", "ok ok ok ok ok ok ok ok", () => ({ q: "moda" })],
  ["see_order", OWNER, (t) => ({ order_id: t.waits.id })],
  ["set_branch_pace", OWNER, (t) => ({ branch_id: t.branchId, pace: { mode: "normal" } })],
  ["set_courier_shift", "x 403 403 403 403 ok ok 403", () => ({ shift: { action: "start" } })],
  [
    "set_stock",
    OWNER,
    (t) => ({
      product_id: t.productId,
      body: { branch_id: t.branchId, stock_policy: "counted", quantity: 5 },
    }),
  ],
  [
    "set_vendor_verified",
    "x 403 403 403 403 403 403 ok",
    (t) => ({ vendor_id: t.vendorId, verified: false, reason: "Deneme" }),
  ],
  ["submit_application", "x ok ok 403 403 403 403 403", (t) => ({ body: application(t) })],
  [
    "transition_order",
    "x 403 404 ok 404 404 404 ok",
    (t) => ({ order_id: t.waits.id, move: { to: "PREPARING", reason: "Deneme" } }),
  ],
  [
    "transition_order",
    "x 403 404 403 404 ok 404 ok",
    (t) => ({ order_id: t.rides.id, move: { to: "DELIVERED", reason: "Deneme" } }),
  ],
  ["update_branch", OWNER, (t) => ({ branch_id: t.branchId, patch: { name: "Şube" } })],
  ["update_courier", OWNER, (t) => ({ courier_id: t.courier.id, patch: { active: true } })],
  ["update_product", OWNER, (t) => ({ product_id: t.productId, patch: { name: "Ürün" } })],
  ["update_profile", "x ok ok ok ok ok ok ok", () => ({ patch: { full_name: "Yeni Ad" } })],
  ["update_vendor_profile", OWNER, (t) => ({ body: { vendor_id: t.vendorId, description: "Bizden" } })],
  ["update_webhook_endpoint", OWNER, (t) => ({ endpoint_id: t.webhookId, patch: { description: "Kasa" } })],
  ["vendor_stats", "x 403 403 ok ok 403 403 403", () => ({ period: "today" })],
];

const basket = (t: Tenant) => ({
  items: [{ product_id: t.productId, quantity: 1, option_ids: [t.optionId] }],
});
const application = (t: Tenant) => ({
  business_name: "Yeni",
  business_type: "cafe",
  legal_name: "Yeni Ltd.",
  tax_number: "1234567890",
  tax_office: "Kadıköy",
  iban: `TR${"0".repeat(24)}`,
  contact_name: "Yeni",
  contact_phone: "+902160000000",
  address_text: "Moda Caddesi 1",
  district_id: t.districtId,
  ...MODA,
});

let first: Tenant;
let second: Tenant;
let operator: string;
beforeAll(async () => {
  [first, second, operator] = [await tenant(), await tenant(), await person("admin")];
});
afterAll(() => ledgerIsSound().finally(leaveTown));

const sides = [
  ["one tenant's", () => [first, second] as const],
  ["the other tenant's", () => [second, first] as const],
] as const;

describe.each(sides)("%s", (_, pair) => {
  it.each(FUNCTIONS)("%s answers %s", async (name, who, args, shows) => {
    const [own] = pair();
    const answers = await results(everybody(...pair(), operator), (actor) =>
      rehearse(actor, async (transaction) => {
        const answer = await invoke(transaction, name, args(own));
        return shows && JSON.stringify(answer).includes(shows(own)) ? "Y" : "ok";
      }),
    );
    expect(answers).toBe(who);
  });
});

it("every function has its line, and none has two shapes", async () => {
  const functions = await named(
    sql`select proname as name from pg_proc where pronamespace = 'public'::regnamespace`,
  );
  expect([...new Set(FUNCTIONS.map(([name]) => name))].sort()).toEqual(functions);
});

it("the service runs the jobs that nobody else may", async () => {
  expect(await call<number>(SERVICE, "reject_unconfirmed_orders")).toBeGreaterThanOrEqual(0);
  expect(await call(SERVICE, "purge_expired")).toMatchObject({ idempotency_keys: expect.any(Number) });
  expect(await call(SERVICE, "sweep_money")).toMatchObject({ released: expect.any(Number) });
  expect(await call<number>(SERVICE, "apply_provider_events")).toBeGreaterThanOrEqual(0);
});
