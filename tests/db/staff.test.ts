// Who works for a vendor and what each role may do there: every right is tried by every role, and by one who was let go.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { as, call, outcome, refusal, rehearse, sql } from "./database.ts";
import { leaveTown, person } from "./shops.ts";
import { bring, delivery, place, type World, world } from "./world.ts";

type Person = { id: string; role: string; active: boolean; rights: string[] };
const ROLES = ["owner", "manager", "kitchen", "cashier"] as const;
type Role = (typeof ROLES)[number];

let here: World;
let there: World;
let waits: { id: string };
let done: { id: string };
const people = {} as Record<Role, string>;

const hire = async (role: string, at: World = here) =>
  call<Person>(at.ownerId, "create_staff", {
    person: {
      email: `${randomUUID()}@test.invalid`,
      full_name: "Deneme Çalışanı",
      password: "kapgel-test",
      role,
    },
  });

beforeAll(async () => {
  [here, there] = [await world(), await world()];
  people.owner = here.ownerId;
  for (const role of ROLES.slice(1)) people[role] = (await hire(role)).id;
  waits = await place(here.customerId, delivery(here, [[here.productId, 1]]));
  done = await bring(here, await place(here.customerId, delivery(here, [[here.productId, 1]])), "DELIVERED");
});
afterAll(leaveTown);

const attempt = (who: string, name: string, args: Record<string, unknown>) =>
  outcome(
    rehearse(who, (transaction) => {
      const names = Object.keys(args).map((key, index) => `${key} => $${index + 1}`);
      return transaction.unsafe(`select public.${name}(${names.join(", ")})`, Object.values(args) as never[]);
    }),
  );

const stock = () => ({ branch_id: here.branchId, stock_policy: "counted", quantity: 3 });
const DOES: [what: string, right: string, name: string, args: () => Record<string, unknown>][] = [
  [
    "confirms an order",
    "orders",
    "transition_order",
    () => ({ order_id: waits.id, move: { to: "CONFIRMED" } }),
  ],
  ["reads the board", "orders", "list_vendor_orders", () => ({ filter: { branch_id: here.branchId } })],
  ["reads the menu", "orders", "list_vendor_products", () => ({ filter: {} })],
  [
    "changes a price",
    "menu",
    "update_product",
    () => ({ product_id: here.productId, patch: { price_minor: 1 } }),
  ],
  ["counts stock", "menu", "set_stock", () => ({ product_id: here.productId, body: stock() })],
  [
    "changes many products",
    "menu",
    "edit_products",
    () => ({ body: { products: [{ id: here.productId }] } }),
  ],
  ["takes the menu as a file", "menu", "export_menu", () => ({})],
  ["adds a category", "menu", "save_category", () => ({ body: { name: "Yeni" } })],
  [
    "changes a branch",
    "branches",
    "update_branch",
    () => ({ branch_id: here.branchId, patch: { prep_minutes: 9 } }),
  ],
  [
    "changes the shop's words",
    "branches",
    "update_vendor_profile",
    () => ({ body: { description: "Taze" } }),
  ],
  [
    "lets a courier go",
    "branches",
    "update_courier",
    () => ({ courier_id: here.courier.id, patch: { active: false } }),
  ],
  ["sees the earnings", "money", "vendor_money", () => ({})],
  ["sees the figures", "money", "vendor_insights", () => ({})],
  [
    "gives money back",
    "money",
    "refund_order",
    () => ({ order_id: done.id, draft: { to: "wallet", reason: "Soğuktu" }, idempotency_key: randomUUID() }),
  ],
  ["sees the staff", "staff", "list_staff", () => ({})],
  ["sees the webhooks", "staff", "list_webhook_endpoints", () => ({})],
];

describe.each(ROLES)("the %s", (role) => {
  it.each(DOES)("%s, or is refused without the right to %s", async (_, right, name, args) => {
    const [row] = await sql`select 1 as yes from public.staff_rights where role = ${role} and may = ${right}`;
    const answer = await attempt(people[role], name, args());
    if (row) expect(answer).toBe("ok");
    else expect(["FORBIDDEN", "NOT_FOUND"]).toContain(answer);
  });

  it("does nothing at another vendor", async () => {
    const answers = [
      await attempt(people[role], "update_product", { product_id: there.productId, patch: {} }),
      await attempt(people[role], "update_branch", { branch_id: there.branchId, patch: {} }),
      await attempt(people[role], "list_vendor_branches", { vendor_id: there.vendorId }),
      await attempt(people[role], "list_staff", { vendor_id: there.vendorId }),
      await attempt(people[role], "vendor_insights", { filter: { vendor_id: there.vendorId } }),
    ];
    expect(answers).toEqual(Array(5).fill("NOT_FOUND"));
  });
});

describe("rights", () => {
  it("are as the vendors were told: the owner has all, the kitchen only orders", async () => {
    const { data } = await call<{ data: Person[] }>(here.ownerId, "list_staff");
    const rights = Object.fromEntries(data.map((one) => [one.role, one.rights]));
    expect(rights).toEqual({
      owner: ["orders", "menu", "branches", "money", "staff"],
      manager: ["orders", "menu", "branches", "money"],
      kitchen: ["orders"],
      cashier: ["orders", "money"],
    });
    expect(await call(people.kitchen, "get_me")).toMatchObject({
      role: "vendor_admin",
      rights: ["orders"],
      vendor: { id: here.vendorId },
    });
  });

  it("decide which rows are seen: revenue by day is nothing for the kitchen", async () => {
    await sql`insert into public.branch_days (generation, branch_id, day, placed, delivered, rejected, canceled, revenue_minor, prepared, prep_seconds)
      values (app.serving_generation('branch_days'), ${here.branchId}, '2020-01-01', 1, 1, 0, 0, 1, 0, 0)`;
    const seen = (who: string, table: string) =>
      as(
        who,
        async (transaction) =>
          (await transaction.unsafe(`select from public.${table} where branch_id = '${here.branchId}'`))
            .length,
      );
    expect(await seen(people.kitchen, "branch_days")).toBe(0);
    expect(await seen(people.cashier, "branch_days")).toBeGreaterThan(0);
    expect(await seen(people.kitchen, "orders")).toBeGreaterThan(0);
  });

  it("end at once for who is let go, and come back with them", async () => {
    const { id } = await hire("manager");
    const reads = () => attempt(id, "list_vendor_products", { filter: {} });
    expect(await reads()).toBe("ok");
    await call(here.ownerId, "update_staff", { user_id: id, patch: { active: false } });
    expect(await reads()).toBe("NOT_FOUND");
    expect(await attempt(id, "get_order", { order_id: waits.id })).toBe("NOT_FOUND");
    expect(await attempt(id, "list_orders", { filter: {} })).toBe("ok");
    expect(await call(id, "list_orders", { filter: {} })).toMatchObject({ data: [] });
    expect(await call(id, "get_me")).toMatchObject({ vendor: null, rights: [] });
    await call(here.ownerId, "update_staff", { user_id: id, patch: { active: true, role: "kitchen" } });
    expect(await reads()).toBe("ok");
    expect(await attempt(id, "vendor_money", {})).toBe("FORBIDDEN");
  });
});

describe("the owner", () => {
  it("cannot be changed, made or replaced", async () => {
    const refused = (patch: Record<string, unknown>, user_id = here.ownerId) =>
      refusal(call(here.ownerId, "update_staff", { user_id, patch }));
    expect(await refused({ active: false })).toMatchObject({ status: "403" });
    expect(await refused({ role: "owner" }, people.manager)).toMatchObject({ status: "400" });
    expect(await refusal(hire("owner"))).toMatchObject({
      status: "400",
      details: { role: expect.any(Array) },
    });
  });

  it("names nobody who has an account already, and nobody of another vendor", async () => {
    const customer = await person("customer");
    const again = call(here.ownerId, "create_staff", {
      person: { email: `${customer}@test.invalid`, full_name: "X", password: "kapgel-test", role: "kitchen" },
    });
    expect(await refusal(again)).toMatchObject({ status: "400", details: { email: expect.any(Array) } });
    const theirs = await hire("kitchen", there);
    expect(
      await refusal(call(here.ownerId, "update_staff", { user_id: theirs.id, patch: { active: false } })),
    ).toMatchObject({ status: "404" });
  });
});
