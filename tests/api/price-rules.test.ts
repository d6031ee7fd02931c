// Price rules over HTTP: shown on menus at once and never after their end, charged as shown, changed by whose right it is.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "../db/database.ts";
import { api, expectError, order, placed, signedIn, type Town, town } from "./client.ts";

let here: Town;
let there: Town;
let customer: { id: string; token: string };
beforeAll(async () => {
  [here, there, customer] = await Promise.all([town(), town(), signedIn("customer")]);
});

const always = { weekdays: [0, 1, 2, 3, 4, 5, 6], starts: "00:00", ends: "24:00" };
const make = (of: Town, more: Record<string, unknown> = {}) =>
  api("POST", "/api/vendor/price-rules", {
    token: of.owner,
    body: { name: "Mutlu saatler", scope: "menu", percent: 20, ...always, ...more },
  });
type Product = {
  id: string;
  price_minor: number;
  regular_price_minor: number | null;
  price_until: string | null;
};
type Menu = { prices_until: string | null; categories: { products: Product[] }[] };
const menuOf = async (of: Town) =>
  (await api("GET", `/api/branches/${of.branchId}/menu`)).body as unknown as Menu;
const shown = async (of: Town) =>
  (await menuOf(of)).categories.flatMap(({ products }) => products).find(({ id }) => id === of.productId);

describe("a price rule", () => {
  it("is on the menu, in the quote and in the order at once, and gone when it is paused", async () => {
    expect(await shown(here)).toMatchObject({ price_minor: 10_000, regular_price_minor: null });
    const made = await make(here);
    expect([made.status, made.body.state]).toEqual([201, "running"]);
    expect(await shown(here)).toMatchObject({ price_minor: 8_000, regular_price_minor: 10_000 });
    const quote = (await api("POST", "/api/quotes", { body: order(here) })).body as Record<string, unknown>;
    const line = { unit_price_minor: 8_000, regular_unit_price_minor: 10_000, line_total_minor: 16_000 };
    expect(quote).toMatchObject({ subtotal_minor: 16_000, items: [line] });
    const { id } = await placed(here, customer.token, { expected_total_minor: quote.total_minor });
    expect((await api("GET", `/api/orders/${id}`, { token: customer.token })).body.items).toMatchObject([
      line,
    ]);

    const path = `/api/vendor/price-rules/${made.body.id}`;
    const paused = await api("PATCH", path, { token: here.owner, body: { active: false, version: 1 } });
    expect(paused.body).toMatchObject({ state: "paused", version: 2 });
    expect(await shown(here)).toMatchObject({ price_minor: 10_000, regular_price_minor: null });
    const late = await api("POST", "/api/orders", {
      token: customer.token,
      key: randomUUID(),
      body: order(here, { expected_total_minor: quote.total_minor }),
    });
    expectError(late, 409, "PRICE_CHANGED");
    const stale = await api("PATCH", path, { token: here.owner, body: { active: true, version: 1 } });
    expectError(stale, 409, "VERSION_CONFLICT");
    expect((stale.body.details as Record<string, unknown>).current).toMatchObject({ version: 2 });
    expect((await api("DELETE", path, { token: here.owner })).status).toBe(204);
    expectError(await api("DELETE", path, { token: here.owner }), 404, "NOT_FOUND");
  });

  it("is off the menu at the second of its end, however young the kept menu is", async () => {
    const { body } = await make(there);
    await sql`update public.price_rules
      set ends = ((now() + interval '3 seconds') at time zone 'Europe/Istanbul')::time(0), starts = '00:00',
        weekdays = array[extract(dow from (now() at time zone 'Europe/Istanbul'))::smallint] where id = ${body.id as string}`;
    const prices: [before: boolean, price: number | undefined][] = [];
    let end = Number.NaN;
    for (let turn = 0; turn < 120; turn++) {
      const asked = Date.now();
      const product = await shown(there);
      if (product?.price_until) end = Date.parse(product.price_until);
      // What was asked for before the end may be answered after it; what is asked for afterwards is never the old price.
      prices.push([Number.isNaN(end) || asked < end, product?.price_minor]);
      if (asked > end + 300) break;
      await new Promise((done) => setTimeout(done, 40));
    }
    expect(prices.filter(([before]) => before).map(([, price]) => price)).toContain(8_000);
    const after = prices.filter(([before]) => !before).map(([, price]) => price);
    expect(after.length).toBeGreaterThan(0);
    expect(new Set(after)).toEqual(new Set([10_000]));
  });

  it("is previewed before it is saved", async () => {
    const body = {
      scope: "products",
      percent: null,
      products: [{ product_id: here.productId, price_minor: 7_777 }],
    };
    const { status, body: told } = await api("POST", "/api/vendor/price-rules/preview", {
      token: here.owner,
      body,
    });
    expect([status, told]).toMatchObject([
      200,
      { count: 1, data: [{ product_id: here.productId, regular_minor: 10_000, price_minor: 7_777 }] },
    ]);
    expect((await shown(here))?.price_minor).toBe(10_000);
  });

  it.each([
    [{ percent: 0 }, "percent"],
    [{ percent: null }, "percent"],
    [{ weekdays: [] }, "weekdays"],
    [{ starts: "25:00" }, "starts"],
    [{ ends: "24:01" }, "ends"],
    [{ from_date: "2027-02-30" }, "from_date"],
    [{ until_date: "9999-12-31" }, "until_date"],
    [{ from_date: "2027-01-02", until_date: "2027-01-01" }, "until_date"],
    [{ scope: "products", products: [] }, "products"],
    [{ scope: "everything" }, "scope"],
    [{ name: " " }, "name"],
  ])("%j is refused on its field", async (wrong, field) => {
    const reply = await make(here, wrong);
    expect([reply.status, Object.keys(reply.body.details as object)]).toEqual([400, [field]]);
  });

  it("is nobody else's, and holds for nothing of anybody else's", async () => {
    const { body } = await make(here, { active: false });
    const path = `/api/vendor/price-rules/${body.id}`;
    for (const [method, sent] of [
      ["PATCH", { body: { active: true } }],
      ["DELETE", {}],
    ] as const) {
      expectError(await api(method, path, { token: there.owner, ...sent }), 404, "NOT_FOUND");
      expectError(await api(method, path, { token: customer.token, ...sent }), 403, "FORBIDDEN");
      expectError(await api(method, path, sent), 401, "UNAUTHENTICATED");
    }
    expectError(
      await make(here, { scope: "products", products: [{ product_id: there.productId }] }),
      404,
      "NOT_FOUND",
    );
    expectError(await make(here, { branch_ids: [there.branchId] }), 404, "NOT_FOUND");
    const list = await api("GET", "/api/vendor/price-rules", { token: there.owner });
    expect(JSON.stringify(list.body)).not.toContain(body.id as string);
  });
});
