// The vendor list narrowed and sorted: each order is walked in pages without losing a vendor, filters go by what the card says, and
// favourites are each person's own.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, outcome, refusal, sql } from "./database.ts";
import { type City, city, leaveTown, MODA, openHours, person, type Shop, shop } from "./shops.ts";
import { tally } from "./world.ts";

type Card = {
  id: string;
  name: string;
  rating: number | null;
  is_open: boolean;
  delivery_fee_minor: number | null;
  eta_minutes: number | null;
  minimum_order_minor: number;
  distance_m: number | null;
};
type Page = { data: Card[]; next_cursor: string | null; total: number };

let town: City;
const shops: Shop[] = [];
let customer: string;
const list = (filter: object) => call<Page>(null, "list_vendors", { filter: { city: town.slug, ...filter } });

beforeAll(async () => {
  [town, customer] = [await city(), await person("customer")];
  for (let n = 0; n < 12; n++) {
    const made = await shop(town, `Liste Lokantası ${n}`, n % 4 === 3 ? null : 3 + (n % 3) * 0.7);
    shops.push(made);
    await sql`update public.branches set lat = lat + ${n % 5} * 0.001, prep_minutes = ${10 + ((n * 7) % 12) * 3},
      minimum_order_minor = ${((n * 5) % 12) * 1000}, fee_base_minor = ${((n * 11) % 4) * 1500} where id = ${made.branchId}`;
    if (n % 6 === 5) await openHours(made.branchId, []);
  }
});
afterAll(leaveTown);

async function walk(filter: object): Promise<Card[]> {
  const seen: Card[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await list({ ...filter, limit: 5, cursor });
    expect(page.total).toBe((await list({ ...filter, limit: 1 })).total);
    seen.push(...page.data);
    cursor = page.next_cursor;
  } while (cursor);
  return seen;
}

const KEY: Record<string, (card: Card) => number> = {
  nearest: ({ distance_m }) => distance_m ?? 0,
  fastest: ({ eta_minutes }) => eta_minutes ?? 0,
  rating: ({ rating }) => -(rating ?? 0),
  minimum: ({ minimum_order_minor }) => minimum_order_minor,
};

describe.each(Object.keys(KEY))("sorted by %s", (sort) => {
  it.each([{}, { q: "lokantası" }])("with %j: the open first, then in order, all of them", async (more) => {
    const cards = await walk({ ...MODA, sort, ...more });
    expect(new Set(cards.map(({ id }) => id)).size).toBe(12);
    expect(cards).toHaveLength(12);
    const keys = cards.map((card) => [card.is_open ? 0 : 1, KEY[sort]?.(card) ?? 0] as const);
    expect(keys).toEqual(keys.toSorted(([a, x], [b, y]) => a - b || x - y));
  });

  it("without a point shows all of them too", async () => {
    expect(await walk({ sort })).toHaveLength(12);
  });
});

describe("filters", () => {
  it.each([
    ["max_fee", { max_fee: 1500 }, (card: Card) => (card.delivery_fee_minor ?? 0) <= 1500],
    ["free delivery", { max_fee: 0 }, (card: Card) => card.delivery_fee_minor === 0],
    ["max_minutes", { max_minutes: 30 }, (card: Card) => (card.eta_minutes ?? 0) <= 30],
    ["min_rating", { min_rating: 3.7 }, (card: Card) => (card.rating ?? 0) >= 3.7],
  ])("%s keeps what fits, all of it, and counts it", async (_, filter, fits) => {
    const all = (await list({ ...MODA, limit: 50 })).data;
    const { data, total } = await list({ ...MODA, ...filter, limit: 50 });
    expect(data.map(({ id }) => id).sort()).toEqual(
      all
        .filter(fits)
        .map(({ id }) => id)
        .sort(),
    );
    expect(total).toBe(data.length);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan(12);
  });

  it("of a vendor with two branches, the one that fits is shown", async () => {
    const [first] = shops;
    const [row] =
      await sql`insert into public.branches (vendor_id, name, district_id, address_text, lat, lng, zone, minimum_order_minor, prep_minutes)
      select vendor_id, 'Hızlı Şube', district_id, address_text, lat + 0.004, lng, zone, 0, 1 from public.branches where id = ${first?.branchId ?? ""} returning id`;
    await openHours(
      row?.id,
      Array.from({ length: 7 }, (_, day) => [day, "00:00", "24:00"]),
    );
    type Named = Card & { branch: { id: string } };
    const found = async (filter: object) =>
      ((await list({ ...MODA, limit: 50, ...filter })).data as Named[]).find(
        ({ id }) => id === first?.vendorId,
      )?.branch.id;
    expect(await found({})).toBe(first?.branchId);
    expect(await found({ sort: "fastest" })).toBe(row?.id);
    expect(await found({ max_minutes: 8 })).toBe(row?.id);
    // A kitchen that is busy is as slow as it says.
    await sql`update public.branches set busy_minutes = 60, busy_until = now() + interval '1 hour' where id = ${row?.id}`;
    expect(await found({ sort: "fastest" })).toBe(first?.branchId);
    expect(await found({ max_minutes: 8 })).toBeUndefined();
    await sql`delete from public.branches where id = ${row?.id}`;
  });
});

describe("favourites", () => {
  const set = (vendorId: string | undefined, favourite: boolean, actor = customer) =>
    call(actor, "set_favourite", { vendor_id: vendorId, favourite });
  const mine = (actor = customer) => call<string[]>(actor, "favourite_ids");

  it("are liked once however often one taps, and unliked as often", async () => {
    const id = shops[1]?.vendorId;
    expect(await tally(Array.from({ length: 20 }, () => set(id, true)))).toEqual({ ok: 20 });
    expect(await mine()).toEqual([id]);
    expect(await tally(Array.from({ length: 5 }, () => set(id, false)))).toEqual({ ok: 5 });
    expect(await mine()).toEqual([]);
    expect(await outcome(set(randomUUID(), false))).toBe("ok");
    expect(await refusal(set(randomUUID(), true))).toMatchObject({ status: "404" });
  });

  it("are a list like the other, of one's own", async () => {
    for (const { vendorId } of shops.slice(0, 6)) await set(vendorId, true);
    const friend = await person("customer");
    await set(shops[0]?.vendorId, true, friend);
    const page = (actor: string, filter: object = {}) => call<Page>(actor, "list_favourites", { filter });
    expect((await page(customer, { ...MODA, limit: 4 })).total).toBe(6);
    expect((await page(customer, { ...MODA, open_now: true })).total).toBe(5);
    expect((await page(friend)).data.map(({ id }) => id)).toEqual([shops[0]?.vendorId]);
    expect((await page(await person("customer"))).data).toEqual([]);
    const [first] = shops;
    await sql`update public.vendors set verified = false where id = ${first?.vendorId ?? ""}`;
    expect((await page(friend)).data).toEqual([]);
    await sql`update public.vendors set verified = true where id = ${first?.vendorId ?? ""}`;
  });

  it("are two hundred at most, however fast they come", async () => {
    const collector = await person("customer");
    await sql`with made as (
        insert into public.vendors (slug, name, business_type) select 'kalabalik-' || gen_random_uuid(), 'Kalabalık', 'other' from generate_series(1, 195) returning id)
      insert into public.favourites (user_id, vendor_id) select ${collector}, id from made`;
    const taps = shops.map(({ vendorId }) => set(vendorId, true, collector));
    expect(await tally(taps)).toEqual({ ok: 5, VALIDATION_ERROR: 7 });
    expect(await mine(collector)).toHaveLength(200);
  });
});

it("allergens are of the fourteen, each once, and told with the menu", async () => {
  const [first] = shops;
  const [shelf] =
    await sql`insert into public.categories (vendor_id, name) values (${first?.vendorId ?? ""}, 'Raf') returning id`;
  type Product = { id: string; version: number; allergens: string[] };
  const made = await call<Product>(first?.ownerId ?? "", "create_product", {
    body: {
      category_id: shelf?.id,
      name: "Cevizli kek",
      price_minor: 100,
      allergens: ["nuts", "gluten", "nuts"],
    },
  });
  expect(made.allergens).toEqual(["gluten", "nuts"]);
  const patch = (allergens: string[]) =>
    call<Product>(first?.ownerId ?? "", "update_product", { product_id: made.id, patch: { allergens } });
  expect((await patch(["milk", "eggs", "milk"])).allergens).toEqual(["eggs", "milk"]);
  expect(await outcome(patch(["love"]))).toBe("23514");
  const menu = JSON.stringify(await call(null, "get_menu", { branch_id: first?.branchId }));
  expect(menu).toContain('"allergens":["eggs","milk"]');
  expect((await patch([])).allergens).toEqual([]);
});
