// A vendor's menu under its owner's hands: products, stock, option groups.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, refusal, sql } from "./database.ts";
import { type City, city, leaveTown, product, type Shop, shop } from "./shops.ts";

type Row = { id: string; version: number; name: string } & Record<string, unknown>;
type Page = { data: Row[]; next_cursor: string | null };

let town: City;
let mine: Shop;
const own = (name: string, args?: Record<string, unknown>) => call<Row>(mine.ownerId, name, args);

beforeAll(async () => {
  town = await city();
  mine = await shop(town, "Bizim Lokanta");
});
afterAll(leaveTown);

const shelf = async (vendorId: string) => {
  const [row] =
    await sql`insert into public.categories (vendor_id, name) values (${vendorId}, 'Raf') returning id`;
  return row?.id as string;
};

describe("products", () => {
  it("are made, changed and taken off the menu for good", async () => {
    const category = await shelf(mine.vendorId);
    const made = await own("create_product", {
      body: { category_id: category, name: "Mantı", price_minor: 18_000, image_url: "/m.png" },
    });
    expect(made).toMatchObject({
      name: "Mantı",
      price_minor: 18_000,
      available: true,
      version: 1,
      option_group_ids: [],
    });
    expect(made.stock).toEqual([
      { branch_id: mine.branchId, stock_policy: "unlimited", quantity: null, available: true },
    ]);
    expect(
      await own("update_product", { product_id: made.id, patch: { image_url: null, price_minor: 19_000 } }),
    ).toMatchObject({
      image_url: null,
      price_minor: 19_000,
      name: "Mantı",
    });
    expect(await refusal(own("delete_category", { category_id: category }))).toMatchObject({
      status: "409",
      details: { product_count: 1 },
    });
    await own("delete_product", { product_id: made.id });
    expect(await refusal(own("update_product", { product_id: made.id, patch: {} }))).toMatchObject({
      status: "404",
    });
    await own("delete_category", { category_id: category });
  });

  it("changed on an old version are refused with the present state, and two savers of one version cannot both win", async () => {
    const id = await product(mine.vendorId, "Yarışan");
    const save = (n: number) =>
      own("update_product", { product_id: id, patch: { name: `Yarışan ${n}`, version: 1 } });
    const { settled } = await sql.begin(async (holder) => {
      await holder`select from public.products where id = ${id} for update`;
      const started = [1, 2, 3, 4].map(save);
      await new Promise((resolve) => setTimeout(resolve, 200)); // until all four wait for the row
      return { settled: Promise.allSettled(started) }; // wrapped: awaiting them here would hold the row for ever
    });
    const results = await settled;
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const refused = await refusal(
      own("update_product", { product_id: id, patch: { name: "Geç", version: 1 } }),
    );
    expect(refused).toMatchObject({
      status: "409",
      code: "VERSION_CONFLICT",
      details: { current: { id, version: 2 } },
    });
  });

  it("walked page by page in menu order come once each", async () => {
    const place = await shop(town, "Uzun Menü");
    const category = await shelf(place.vendorId);
    for (let n = 0; n < 11; n++) {
      await call(place.ownerId, "create_product", {
        body: { category_id: category, name: `Yemek ${n}`, price_minor: 100 },
      });
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await call(place.ownerId, "list_vendor_products", { filter: { limit: 3, cursor } });
      seen.push(...page.data.map((row) => row.name));
      cursor = page.next_cursor;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 11 }, (_, n) => `Yemek ${n}`));
  });
});

describe("stock", () => {
  it("is set absolutely and waits for whoever holds the row: neither change is lost", async () => {
    const id = await product(mine.vendorId, "Sayılı");
    const set = (quantity: number) =>
      own("set_stock", {
        product_id: id,
        body: { branch_id: mine.branchId, stock_policy: "counted", quantity },
      });
    await set(10);
    let setting: Promise<Row> | undefined;
    await sql.begin(async (order) => {
      await order`update public.branch_stock set quantity = quantity - 3 where product_id = ${id}`; // an order takes three
      setting = set(50);
      await new Promise((resolve) => setTimeout(resolve, 150)); // long enough to see it wait
      const [row] = await order`select quantity from public.branch_stock where product_id = ${id}`;
      expect(row?.quantity).toBe(7);
    });
    expect((await setting)?.quantity).toBe(50);
    await sql`update public.branch_stock set quantity = quantity - 3 where product_id = ${id}`;
    const [row] = await sql`select quantity from public.branch_stock where product_id = ${id}`;
    expect(row?.quantity).toBe(47);
  });

  it("that is counted needs its count; unlimited drops it and keeps the switch", async () => {
    const id = await product(mine.vendorId, "Sınırsız");
    const set = (body: object) =>
      own("set_stock", { product_id: id, body: { branch_id: mine.branchId, ...body } });
    expect((await refusal(set({ stock_policy: "counted" }))).details).toHaveProperty("quantity");
    await set({ stock_policy: "counted", quantity: 3, available: false });
    expect(await set({ stock_policy: "unlimited", quantity: 9 })).toMatchObject({
      stock_policy: "unlimited",
      quantity: null,
      available: false,
    });
  });
});

describe("option groups", () => {
  it("are replaced whole; options named by id stay themselves", async () => {
    const made = await own("save_option_group", {
      body: {
        name: "Sos",
        min_choices: 0,
        max_choices: 2,
        options: [{ name: "Acı" }, { name: "Tatlı" }, { name: "Ekşi" }],
      },
    });
    const [hot, sweet] = made.options as Row[];
    const saved = await own("save_option_group", {
      body: {
        id: made.id,
        name: "Sos",
        min_choices: 1,
        max_choices: 1,
        options: [
          { name: "Yeni" },
          { id: sweet?.id, name: "Tatlı", price_delta_minor: 250 },
          { id: hot?.id, name: "Acı", available: false },
        ],
      },
    });
    expect(
      (saved.options as Row[]).map((o) => [
        o.name,
        o.id === sweet?.id || o.id === hot?.id,
        o.price_delta_minor,
        o.available,
      ]),
    ).toEqual([
      ["Yeni", false, 0, true],
      ["Tatlı", true, 250, true],
      ["Acı", true, 0, false],
    ]);
  });

  it("cannot require more than may be chosen or is offered, nor list an option twice", async () => {
    const save = (body: object) => refusal(own("save_option_group", { body: { name: "Sos", ...body } }));
    expect(
      (await save({ min_choices: 2, max_choices: 1, options: [{ name: "a" }, { name: "b" }] })).details,
    ).toHaveProperty("min_choices");
    expect((await save({ min_choices: 2, max_choices: 3, options: [{ name: "a" }] })).details).toHaveProperty(
      "min_choices",
    );
    const id = randomUUID();
    expect(
      (
        await save({
          min_choices: 0,
          max_choices: 1,
          options: [
            { id, name: "a" },
            { id, name: "b" },
          ],
        })
      ).details,
    ).toHaveProperty("options");
  });

  it("belong to products in the order given", async () => {
    const groups = await Promise.all(
      ["B", "A"].map((name) =>
        own("save_option_group", {
          body: { name, min_choices: 0, max_choices: 1, options: [{ name: "x" }] },
        }),
      ),
    );
    const ids = groups.map((group) => group.id);
    const made = await own("create_product", {
      body: {
        category_id: await shelf(mine.vendorId),
        name: "Seçmeli",
        price_minor: 1,
        option_group_ids: ids,
      },
    });
    expect(made.option_group_ids).toEqual(ids);
    const turned = await own("update_product", {
      product_id: made.id,
      patch: { option_group_ids: [...ids].reverse() },
    });
    expect(turned.option_group_ids).toEqual([...ids].reverse());
    await own("delete_option_group", { group_id: ids[0] });
    const { data } = await call<Page>(mine.ownerId, "list_vendor_products", { filter: { q: "seçmeli" } });
    expect(data[0]?.option_group_ids).toEqual([ids[1]]);
  });
});
