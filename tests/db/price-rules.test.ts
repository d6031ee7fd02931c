// A product costs what the rules of the moment make of it, to the minute, and that is what the menu shows, the quote says, the order is
// charged and the vendor is paid for.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { coupon } from "./coupons.ts";
import { call, refusal, sql } from "./database.ts";
import { ledgerIsSound } from "./ledger.ts";
import { handOver, placePaid } from "./money.ts";
import {
  bodyOf,
  changeAfter,
  modelled,
  modelledChange,
  type Plan,
  patch,
  priceAt,
  type Rule,
  rule,
} from "./price-rules.ts";
import { leaveTown, person, product } from "./shops.ts";
import { type Body, delivery, type Order, pickup, place, tally, type World, world } from "./world.ts";

type Line = { unit_price_minor: number; regular_unit_price_minor: number | null; line_total_minor: number };
type Quote = { items: Line[]; subtotal_minor: number; total_minor: number; prices_until: string | null };
type MenuProduct = {
  id: string;
  price_minor: number;
  regular_price_minor: number | null;
  price_until: string | null;
};
type Menu = { prices_until: string | null; categories: { products: MenuProduct[] }[] };

let here: World;
let there: World;
let second: string; // another branch of `here`
beforeAll(async () => {
  [here, there] = await Promise.all([world(), world()]);
  const [row] =
    await sql`insert into public.branches (vendor_id, name, district_id, address_text, lat, lng, zone, minimum_order_minor)
    select vendor_id, 'İkinci', district_id, address_text, lat, lng, zone, 0 from public.branches where id = ${here.branchId} returning id`;
  second = row?.id;
  await sql`insert into public.branch_hours (branch_id, weekday, opens, closes)
    select ${second}, weekday, opens, closes from public.branch_hours where branch_id = ${here.branchId}`;
});
const clear = () =>
  sql`delete from public.price_rules where vendor_id in (${here.vendorId}, ${there.vendorId})`;
afterEach(clear);
afterAll(() => ledgerIsSound().finally(leaveTown));

const quoted = (body: Body) => call<Quote>(null, "quote_order", { draft: body });
const shown = async (productId = here.productId, branchId = here.branchId) => {
  const menu = await call<Menu>(null, "get_menu", { branch_id: branchId });
  const found = menu.categories.flatMap(({ products }) => products).find(({ id }) => id === productId);
  return { ...(found as MenuProduct), prices_until: menu.prices_until };
};
const ordered = async (body: Body) => (await place(here.customerId, body)) as Order & { items: Line[] };
const one = (more: Body = {}) => delivery(here, [[here.productId, 1]], more);
/** An instant of İstanbul's clock. */
const at = (local: string) => Date.parse(`${local}+03:00`);
const price = async (local: string, branchId = here.branchId) =>
  (await priceAt(branchId, here.productId, at(local))).price;

describe("the price at an instant", () => {
  it("is the model's, whatever rules there are", async () => {
    const day = Math.floor(at("2027-03-10T00:00:00") / 86_400_000) + 1;
    const clocks = fc.constantFrom(0, 1, 17 * 60, 19 * 60 + 30, 22 * 60, 23 * 60 + 59);
    const plan: fc.Arbitrary<Plan> = fc
      .record({
        weekdays: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 7 }),
        starts: clocks,
        ends: fc.oneof(clocks, fc.constant(24 * 60)),
        from: fc.option(fc.integer({ min: day - 3, max: day + 3 })),
        span: fc.option(fc.nat(4)),
        percent: fc.integer({ min: 1, max: 100 }),
        fixed: fc.option(fc.nat(12_000)),
      })
      .map(({ span, from, fixed, percent, ...rest }) => ({
        ...rest,
        from,
        until: span === null ? null : (from ?? day) + span,
        percent: fixed === null ? percent : null,
        fixed,
      }));
    // Around the edges of the clocks above, a millisecond to each side, and anywhere.
    const moments = fc
      .tuple(fc.integer({ min: -2, max: 2 }), fc.oneof(clocks, fc.nat(1_439)), fc.constantFrom(-1, 0, 1))
      .map(([days, minute, ms]) => (day + days) * 86_400_000 - 3 * 3_600_000 + minute * 60_000 + ms);
    await fc.assert(
      fc.asyncProperty(
        fc.array(plan, { minLength: 1, maxLength: 4 }),
        fc.array(moments, { minLength: 1, maxLength: 6 }),
        async (plans, instants) => {
          await clear();
          for (const each of plans) await rule(here.ownerId, bodyOf(each, here.productId));
          for (const moment of instants) {
            expect(await priceAt(here.branchId, here.productId, moment)).toEqual(
              modelled(plans, 10_000, moment),
            );
            expect(await changeAfter(here.branchId, moment)).toBe(modelledChange(plans, moment));
          }
        },
      ),
      { numRuns: 120 },
    );
  });

  it("changes at the very minute", async () => {
    await rule(here.ownerId, { weekdays: [5], starts: "17:00", ends: "19:00" }); // 2027-03-12 is a Friday
    expect(await price("2027-03-12T16:59:59.999")).toBe(10_000);
    expect(await price("2027-03-12T17:00:00")).toBe(8_000);
    expect(await price("2027-03-12T18:59:59.999")).toBe(8_000);
    expect(await price("2027-03-12T19:00:00")).toBe(10_000);
    expect(await price("2027-03-13T18:00:00")).toBe(10_000);
  });

  it("of a night goes on past midnight, also after the rule's last day", async () => {
    const friday = { weekdays: [5], starts: "22:00", ends: "02:00", until_date: "2027-03-12" };
    await rule(here.ownerId, friday);
    expect(await price("2027-03-12T01:00:00")).toBe(10_000); // Thursday's night
    expect(await price("2027-03-12T23:59:59")).toBe(8_000);
    expect(await price("2027-03-13T01:59:59.999")).toBe(8_000);
    expect(await price("2027-03-13T02:00:00")).toBe(10_000);
    expect(await price("2027-03-19T23:00:00")).toBe(10_000); // past its last day
  });

  it("goes by the clock of the branch", async () => {
    await sql`update public.branches set time_zone = 'Europe/Berlin' where id = ${second}`;
    await rule(here.ownerId, { starts: "17:00", ends: "19:00" });
    expect([await price("2027-03-12T17:00:00"), await price("2027-03-12T17:00:00", second)]).toEqual([
      8_000, 10_000,
    ]);
    expect([await price("2027-03-12T19:00:00"), await price("2027-03-12T19:00:00", second)]).toEqual([
      10_000, 8_000,
    ]);
    // Where a clock change swallows the window, it does not run that day.
    await clear();
    await rule(here.ownerId, { starts: "02:30", ends: "03:00" });
    for (const minute of ["03:59:59", "04:00:00", "04:30:00"])
      expect(await price(`2027-03-28T${minute}`, second)).toBe(10_000);
    await sql`update public.branches set time_zone = 'Europe/Istanbul' where id = ${second}`;
  });

  it("is the best rule's, never two in one; at its branches, for its categories and products only", async () => {
    const other = await product(here.vendorId, "Öteki", 5_000);
    const [shelf] = await sql`select category_id from public.products where id = ${here.productId}`;
    await rule(here.ownerId, { percent: 10 });
    await rule(here.ownerId, { scope: "categories", percent: 30, category_ids: [shelf?.category_id] });
    await rule(here.ownerId, {
      ...{ scope: "products", percent: null, branch_ids: [second] },
      products: [{ product_id: other, price_minor: 1_000 }],
    });
    expect(await shown()).toMatchObject({ price_minor: 7_000, regular_price_minor: 10_000 });
    expect((await shown(other)).price_minor).toBe(4_500);
    expect((await shown(other, second)).price_minor).toBe(1_000);
  });

  it("is never raised by a rule, and says nothing of one that lowers nothing", async () => {
    await rule(here.ownerId, {
      ...{ scope: "products", percent: null },
      products: [{ product_id: here.productId, price_minor: 12_000 }],
    });
    expect(await shown()).toMatchObject({
      price_minor: 10_000,
      regular_price_minor: null,
      price_until: null,
    });
  });
});

describe("what is shown is what is charged", () => {
  it("on the menu, in the quote, in the order and in what is owed to the vendor", async () => {
    await sql`update public.vendors set commission_bps = 1000 where id = ${here.vendorId}`;
    await rule(here.ownerId, { percent: 25 });
    expect(await shown()).toMatchObject({ price_minor: 7_500, regular_price_minor: 10_000 });
    const quote = await quoted(one());
    const line = { unit_price_minor: 7_500, regular_unit_price_minor: 10_000, line_total_minor: 7_500 };
    expect(quote.items).toMatchObject([line]);
    const order = await placePaid(here.customerId, one({ expected_total_minor: quote.total_minor }));
    expect(order.items).toMatchObject([line]);
    const [stored] =
      await sql`select unit_price_minor, regular_unit_price_minor from public.order_items where order_id = ${order.id}`;
    expect(stored).toEqual({ unit_price_minor: "7500", regular_unit_price_minor: "10000" });
    await clear(); // what was paid stays what was paid
    const past = await call<Order & { items: Line[] }>(here.customerId, "get_order_at", {
      order_id: order.id,
      moment: new Date().toISOString(),
    });
    expect(past.items).toMatchObject([line]);
    await handOver(here, order);
    const { data } = await call<{ data: Record<string, unknown>[] }>(here.ownerId, "list_payables", {
      filter: { limit: 50 },
    });
    expect(data.find(({ order_id }) => order_id === order.id)).toMatchObject({
      items_minor: 7_500,
      commission_minor: 750,
    });
  });

  it("also when ordering for later: the moment of ordering counts, not the wished one", async () => {
    // A rule that ran out a minute ago, and one that runs now and not at the wished time.
    const [row] = await sql`select to_char(now() at time zone 'Europe/Istanbul', 'HH24:MI') as now`;
    const [h = 0, m = 0] = String(row?.now).split(":").map(Number);
    const clock = (minutes: number) => {
      const of = (((h * 60 + m + minutes) % 1_440) + 1_440) % 1_440;
      return `${String(Math.floor(of / 60)).padStart(2, "0")}:${String(of % 60).padStart(2, "0")}`;
    };
    await rule(here.ownerId, { percent: 20, starts: clock(-60), ends: clock(30) });
    await rule(here.ownerId, { percent: 50, starts: clock(120), ends: clock(600) });
    const quarter = 15 * 60_000;
    const wished = new Date(Math.ceil((Date.now() + 4 * 3_600_000) / quarter) * quarter).toISOString();
    const { items, prices_until } = await quoted(one({ scheduled_for: wished }));
    expect(items[0]?.unit_price_minor).toBe(8_000);
    expect(Date.parse(prices_until ?? "")).toBeGreaterThan(Date.now());
    expect((await ordered(one({ scheduled_for: wished }))).items[0]?.unit_price_minor).toBe(8_000);
  });

  it("with options on top of the lowered price, never below nothing", async () => {
    const [group] =
      await sql`insert into public.option_groups (vendor_id, name) values (${here.vendorId}, 'Boy') returning id`;
    const [large, less] = await sql`insert into public.options (group_id, name, price_delta_minor)
      values (${group?.id}, 'Büyük', 1500), (${group?.id}, 'Az', -9000) returning id`;
    const chosen = await product(here.vendorId, "Seçmeli", 10_000);
    await sql`insert into public.product_option_groups (product_id, group_id, vendor_id) values (${chosen}, ${group?.id}, ${here.vendorId})`;
    await rule(here.ownerId, { percent: 50 });
    const withOption = async (option: unknown) =>
      (await quoted(pickup(here, [], { items: [{ product_id: chosen, quantity: 1, option_ids: [option] }] })))
        .items[0];
    expect(await withOption(large?.id)).toMatchObject({
      unit_price_minor: 6_500,
      regular_unit_price_minor: 11_500,
    });
    expect(await withOption(less?.id)).toMatchObject({
      unit_price_minor: 0,
      regular_unit_price_minor: 1_000,
    });
  });

  it("with a coupon on top", async () => {
    await rule(here.ownerId, { percent: 20 });
    const { code } = await coupon(here.ownerId, { percent: 10 });
    expect(await quoted(one({ coupon: code }))).toMatchObject({
      subtotal_minor: 8_000,
      discount_minor: 800,
      total_minor: 7_200,
    });
  });

  it("or the order is refused with the fresh quote", async () => {
    const made = await rule(here.ownerId, { percent: 20 });
    const { total_minor } = await quoted(one());
    await patch(here.ownerId, made.id, { active: false });
    expect(await refusal(place(here.customerId, one({ expected_total_minor: total_minor })))).toMatchObject({
      status: "409",
      code: "PRICE_CHANGED",
      details: { quote: { total_minor: 10_000, items: [{ regular_unit_price_minor: null }] } },
    });
  });

  it("while the vendor switches the rule on and off under a crowd: everybody pays what they were told", async () => {
    const made = await rule(here.ownerId, { percent: 20 });
    const flips = (async () => {
      for (let turn = 0; turn < 20; turn++) await patch(here.ownerId, made.id, { active: turn % 2 === 1 });
    })();
    const told = [10_000, 8_000];
    const outcomes = await tally(
      Array.from({ length: 30 }, async (_, turn) => {
        const order = await ordered(one({ expected_total_minor: told[turn % 2] }));
        expect(order.total_minor).toBe(told[turn % 2]);
        expect(order.items[0]?.regular_unit_price_minor).toBe(turn % 2 ? 10_000 : null);
      }),
    );
    await flips;
    expect(Object.keys(outcomes).filter((name) => name !== "ok" && name !== "PRICE_CHANGED")).toEqual([]);
  });
});

describe("a vendor's rules", () => {
  const list = async (of = here.ownerId) =>
    (await call<{ data: Rule[] }>(of, "list_price_rules", { filter: {} })).data;

  it("say what they do now", async () => {
    const [row] = await sql`select extract(dow from now() at time zone 'Europe/Istanbul')::int as today,
      to_char(now() at time zone 'Europe/Istanbul' + interval '2 days', 'YYYY-MM-DD') as later,
      to_char(now() at time zone 'Europe/Istanbul' - interval '9 days', 'YYYY-MM-DD') as earlier`;
    expect(await rule(here.ownerId)).toMatchObject({ state: "running", changes_at: null });
    expect(await rule(here.ownerId, { active: false })).toMatchObject({ state: "paused" });
    expect(await rule(here.ownerId, { until_date: row?.earlier })).toMatchObject({
      state: "ended",
      changes_at: null,
    });
    const waiting = await rule(here.ownerId, { from_date: row?.later, starts: "17:00", ends: "19:00" });
    expect(waiting.state).toBe("waiting");
    expect(Date.parse(waiting.changes_at ?? "")).toBe(at(`${row?.later}T17:00:00`));
    const today = await rule(here.ownerId, { weekdays: [row?.today] });
    expect(today.state).toBe("running");
    expect(Date.parse(today.changes_at ?? "")).toBeGreaterThan(Date.now());
    expect((await list()).map(({ state }) => state)).toEqual([
      ...["running", "waiting", "ended", "paused", "running"],
    ]);
  });

  it("stop when they are paused or removed, and come back as they were", async () => {
    const made = await rule(here.ownerId);
    expect((await patch(here.ownerId, made.id, { active: false })).state).toBe("paused");
    expect((await shown()).price_minor).toBe(10_000);
    await patch(here.ownerId, made.id, { active: true });
    expect((await shown()).price_minor).toBe(8_000);
    await call(here.ownerId, "delete_price_rule", { rule_id: made.id });
    expect((await shown()).price_minor).toBe(10_000);
    expect(await list()).toEqual([]);
  });

  it("can be paused when all of their products have left the menu", async () => {
    const gone = await product(here.vendorId, "Giden");
    const made = await rule(here.ownerId, { scope: "products", products: [{ product_id: gone }] });
    await call(here.ownerId, "delete_product", { product_id: gone });
    expect(await patch(here.ownerId, made.id, { active: false })).toMatchObject({
      active: false,
      products: [],
    });
  });

  it("keep nothing of a scope they no longer have", async () => {
    const made = await rule(here.ownerId, {
      ...{ scope: "products", percent: null },
      products: [{ product_id: here.productId, price_minor: 10 }],
    });
    expect(await patch(here.ownerId, made.id, { scope: "menu", percent: 20 })).toMatchObject({
      products: [],
    });
    expect((await shown()).price_minor).toBe(8_000);
    const priced = await patch(here.ownerId, made.id, {
      ...{ scope: "products", percent: 50 },
      products: [{ product_id: here.productId, price_minor: 10 }], // a percentage has no prices
    });
    expect(priced.products).toMatchObject([{ price_minor: null }]);
    expect((await shown()).price_minor).toBe(5_000);
  });

  it("are nobody else's, and hold for nothing of anybody else's", async () => {
    const made = await rule(here.ownerId);
    for (const attempt of [
      () => patch(there.ownerId, made.id, { active: false }),
      () => call(there.ownerId, "delete_price_rule", { rule_id: made.id }),
      () => patch(here.ownerId, randomUUID(), { active: false }),
      () => rule(here.ownerId, { vendor_id: there.vendorId }),
      () => rule(here.ownerId, { branch_ids: [here.branchId, there.branchId] }),
      () => rule(here.ownerId, { scope: "products", products: [{ product_id: there.productId }] }),
      () => rule(here.ownerId, { scope: "categories", category_ids: [randomUUID()] }),
      () => call(here.ownerId, "preview_price_rule", { body: { scope: "menu", vendor_id: there.vendorId } }),
    ])
      expect(await refusal(attempt())).toMatchObject({ status: "404", code: "NOT_FOUND" });
    const { data } = await call<{ data: unknown[] }>(here.ownerId, "preview_price_rule", {
      body: { scope: "products", percent: 10, products: [{ product_id: there.productId }] },
    });
    expect(data).toEqual([]);
    expect(await list(there.ownerId)).toEqual([]);
    expect(await list()).toHaveLength(1);
  });

  it.each<[string, Body]>([
    ["percent", { percent: null }],
    ["until_date", { from_date: "2027-01-02", until_date: "2027-01-01" }],
    ["category_ids", { scope: "categories", category_ids: [] }],
    ["products", { scope: "products", products: [] }],
    ["branch_ids", { branch_ids: [] }],
  ])("are refused on %s: %j", async (field, more) => {
    expect(await refusal(rule(here.ownerId, more))).toMatchObject({
      status: "400",
      code: "VALIDATION_ERROR",
      details: { [field]: [expect.any(String)] },
    });
    expect(await list()).toEqual([]);
  });

  it("ask for a new price for each product where there is no percentage", async () => {
    const products = [{ product_id: here.productId }];
    expect(await refusal(rule(here.ownerId, { scope: "products", percent: null, products }))).toMatchObject({
      details: { products: [expect.any(String)] },
    });
  });

  it("changed by two at once are changed once; the other is told", async () => {
    const made = await rule(here.ownerId);
    const change = (percent: number) => patch(here.ownerId, made.id, { percent, version: made.version });
    expect(await tally([change(30), change(40), change(50)])).toEqual({ ok: 1, VERSION_CONFLICT: 2 });
  });

  it("are a hundred at most, however many are made at once", async () => {
    await sql`insert into public.price_rules (vendor_id, name, scope, percent, weekdays, starts, ends)
      select ${here.vendorId}, 'Kural ' || n, 'menu', 5, '{1}', '10:00', '11:00' from generate_series(1, 98) as n`;
    expect(await tally(Array.from({ length: 6 }, () => rule(here.ownerId)))).toEqual({
      ok: 2,
      VALIDATION_ERROR: 4,
    });
  });

  it("are previewed as they will be charged", async () => {
    const body = { scope: "menu", percent: 33 };
    const { data, count } = await call<{
      count: number;
      data: { product_id: string; regular_minor: number; price_minor: number }[];
    }>(here.ownerId, "preview_price_rule", { body });
    expect(data).toHaveLength(Math.min(3, count));
    await rule(here.ownerId, body);
    for (const { product_id, price_minor } of data)
      expect((await shown(product_id)).price_minor).toBe(price_minor);
  });

  it("are for who may change the menu", async () => {
    const [manager, cook] = [await person("vendor_admin"), await person("vendor_admin")];
    await sql`insert into public.vendor_members (vendor_id, user_id, role)
      values (${here.vendorId}, ${manager}, 'manager'), (${here.vendorId}, ${cook}, 'kitchen')`;
    const made = await rule(manager);
    for (const who of [cook, here.customerId, here.courier.userId]) {
      expect(await refusal(rule(who))).toMatchObject({ status: "403" });
      expect(await refusal(list(who))).toMatchObject({ status: "403" });
    }
    expect(await refusal(patch(here.customerId, made.id, {}))).toMatchObject({ status: "403" });
    expect(await refusal(patch(cook, made.id, {}))).toMatchObject({ status: "404" });
  });
});
