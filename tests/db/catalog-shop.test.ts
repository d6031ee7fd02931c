// The shop window: search however Turkish is typed, filters, pages that show every vendor once, menus that keep counts secret.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, refusal, sql } from "./database.ts";
import { type City, city, leaveTown, MODA, openHours, product, type Shop, shop } from "./shops.ts";

type Card = {
  id: string;
  name: string;
  is_open: boolean;
  matched_products: string[];
  delivery_fee_minor: number | null;
  distance_m: number | null;
};
type Page = { data: Card[]; next_cursor: string | null };
type Menu = {
  categories: {
    products: {
      id: string;
      name: string;
      in_stock: boolean;
      option_groups: { options: { name: string }[] }[];
    }[];
  }[];
};

let town: City;
let kebab: Shop;
let bakery: Shop;
const list = (filter: object) => call<Page>(null, "list_vendors", { filter: { city: town.slug, ...filter } });
const names = async (filter: object) => (await list(filter)).data.map((card) => card.name);

beforeAll(async () => {
  town = await city();
  kebab = await shop(town, "Kebapçı İskender Usta", 4.5);
  bakery = await shop(town, "Şişli Fırını", 4.9);
  await product(kebab.vendorId, "Lahmacun");
  await product(kebab.vendorId, "Döner Dürüm");
  await product(kebab.vendorId, "İnegöl Köfte");
  await product(bakery.vendorId, "Açma");
  await product(bakery.vendorId, "Kıymalı Poğaça");
  await sql`update public.vendors set business_type = 'bakery' where id = ${bakery.vendorId}`;
});
afterAll(leaveTown);

describe("search", () => {
  it.each([
    ["lahmacun", "Lahmacun"],
    ["lahmcun", "Lahmacun"],
    ["DÖNER", "Döner Dürüm"],
    ["doner", "Döner Dürüm"],
    ["kofte", "İnegöl Köfte"],
    ["İNEGÖL", "İnegöl Köfte"],
  ])("“%s” finds the vendor of %s and says so", async (q, found) => {
    const { data } = await list({ q });
    expect(data.map((card) => card.name)).toEqual(["Kebapçı İskender Usta"]);
    expect(data[0]?.matched_products).toContain(found);
  });

  it.each(["İskender", "iskender", "ıskender", "ISKENDER", "iskendr"])(
    "“%s” finds the vendor of that name",
    async (q) => {
      expect(await names({ q })).toEqual(["Kebapçı İskender Usta"]);
    },
  );

  it.each(["sisli", "ŞİŞLİ", "pogaca", "KIYMALI"])("“%s” finds the bakery", async (q) => {
    expect(await names({ q })).toEqual(["Şişli Fırını"]);
  });

  it.each(["'; drop table vendors; --", "%", "\\", "zzzzzz", "𓀀".repeat(60)])(
    "“%s” harms and finds nothing",
    async (q) => {
      expect(await names({ q })).toEqual([]);
    },
  );

  it("neither finds nor shows a product that is off the menu", async () => {
    const id = await product(bakery.vendorId, "Tahinli Çörek");
    expect(await names({ q: "tahinli" })).toEqual(["Şişli Fırını"]);
    await sql`update public.products set available = false where id = ${id}`;
    expect(await names({ q: "tahinli" })).toEqual([]);
  });
});

describe("filters", () => {
  it("lists by business type or by the name of a menu's category; an unknown category is empty", async () => {
    expect(await names({ category: "bakery" })).toEqual(["Şişli Fırını"]);
    expect(await names({ category: "INEGOL KÖFTE çeşitleri" })).toEqual(["Kebapçı İskender Usta"]);
    expect(await names({ category: "yok böyle bir şey" })).toEqual([]);
  });

  it("with a point lists only who delivers there, with fee, time and distance", async () => {
    const { data } = await list(MODA);
    expect(data).toHaveLength(2);
    expect(data[0]).toMatchObject({
      serves_point: true,
      delivery_fee_minor: 0,
      eta_minutes: 23,
      distance_m: 0,
    });
    expect(await names({ lat: 41.2, lng: 29.2 })).toEqual([]);
    expect((await list({})).data[0]).toMatchObject({
      serves_point: null,
      delivery_fee_minor: null,
      eta_minutes: null,
      distance_m: null,
    });
  });

  it("shows the open before the better rated, and hides the shut when asked", async () => {
    await openHours(bakery.branchId, []);
    expect(await names({})).toEqual(["Kebapçı İskender Usta", "Şişli Fırını"]);
    expect(await names({ open_now: true })).toEqual(["Kebapçı İskender Usta"]);
    await openHours(
      bakery.branchId,
      Array.from({ length: 7 }, (_, day) => [day, "00:00", "24:00"]),
    );
    expect(await names({})).toEqual(["Şişli Fırını", "Kebapçı İskender Usta"]);
  });

  it("hides vendors that are not verified and branches that are not active, from their owner too", async () => {
    const hidden = await shop(town, "Gizli Büfe");
    await sql`update public.vendors set verified = false where id = ${hidden.vendorId}`;
    expect(await names({})).not.toContain("Gizli Büfe");
    expect(await refusal(call(hidden.ownerId, "get_vendor", { slug: hidden.slug }))).toMatchObject({
      status: "404",
      code: "NOT_FOUND",
    });
    expect(await refusal(call(null, "get_menu", { branch_id: hidden.branchId }))).toMatchObject({
      status: "404",
    });
    await sql`update public.vendors set verified = true where id = ${hidden.vendorId}`;
    await sql`update public.branches set active = false where id = ${hidden.branchId}`;
    expect(await names({})).not.toContain("Gizli Büfe");
    expect(await refusal(call(null, "get_menu", { branch_id: hidden.branchId }))).toMatchObject({
      status: "404",
    });
  });
});

describe("pages", () => {
  it.each([{}, MODA, { q: "sayfa" }])(
    "walked in fours with %j show every vendor exactly once",
    async (filter) => {
      const crowd = await city();
      const made = new Set<string>();
      for (let n = 0; n < 15; n++) {
        const { vendorId, branchId } = await shop(
          crowd,
          `Sayfa Lokantası ${n % 3}`,
          n % 4 === 0 ? null : 4.1,
        );
        made.add(vendorId);
        if (n % 2) await openHours(branchId, []);
      }
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Page = await call(null, "list_vendors", {
          filter: { city: crowd.slug, limit: 4, cursor, ...filter },
        });
        seen.push(...page.data.map((card) => card.id));
        cursor = page.next_cursor;
      } while (cursor);
      expect(seen).toHaveLength(15);
      expect(new Set(seen)).toEqual(made);
    },
  );

  it.each(["x", "bm90IGpzb24", "W10", "W251bGwsMSwyLDNd", "e30", "🦊"])(
    "refuse the forged cursor “%s”",
    async (cursor) => {
      const refused = await refusal(list({ cursor }));
      expect(refused).toMatchObject({ status: "400", code: "VALIDATION_ERROR" });
      expect(refused.details).toHaveProperty("cursor");
    },
  );
});

describe("a menu", () => {
  const menu = async () =>
    (await call<Menu>(null, "get_menu", { branch_id: kebab.branchId })).categories.flatMap((c) => c.products);
  const dish = async (id: string) => (await menu()).find((p) => p.id === id);

  it("tells in stock or not, never how many", async () => {
    const id = await product(kebab.vendorId, "Günün Çorbası");
    expect((await dish(id))?.in_stock).toBe(true);
    const stock = (policy: string, quantity: number | null, available = true) =>
      sql`insert into public.branch_stock values (${kebab.branchId}, ${id}, ${policy}, ${quantity}, ${available})
        on conflict (branch_id, product_id) do update set stock_policy = excluded.stock_policy, quantity = excluded.quantity, available = excluded.available`;
    await stock("counted", 734_129); // long enough not to be part of somebody's id
    expect((await dish(id))?.in_stock).toBe(true);
    expect(JSON.stringify(await menu())).not.toContain("734129");
    await stock("counted", 0);
    expect((await dish(id))?.in_stock).toBe(false);
    await stock("unlimited", null, false);
    expect((await dish(id))?.in_stock).toBe(false);
  });

  it("leaves out options that are switched off, and a dish is out when too few of a needed choice are left", async () => {
    const id = await product(kebab.vendorId, "Adana Dürüm");
    const [group] = await sql`insert into public.option_groups (vendor_id, name, min_choices, max_choices)
      values (${kebab.vendorId}, 'Ekmek', 1, 1) returning id`;
    await sql`insert into public.options (group_id, name) values (${group?.id}, 'Lavaş')`;
    await sql`insert into public.options (group_id, name, available) values (${group?.id}, 'Tandır', false)`;
    await sql`insert into public.product_option_groups values (${id}, ${group?.id}, ${kebab.vendorId}, 0)`;
    expect((await dish(id))?.option_groups[0]?.options.map((o) => o.name)).toEqual(["Lavaş"]);
    await sql`update public.options set available = false where group_id = ${group?.id}`;
    expect(await dish(id)).toMatchObject({ in_stock: false, option_groups: [] });
  });

  it("of an unknown branch is not found", async () => {
    expect(await refusal(call(null, "get_menu", { branch_id: randomUUID() }))).toMatchObject({
      status: "404",
      code: "NOT_FOUND",
    });
  });
});

it("a vendor's page puts the branch that serves the point first", async () => {
  const [far] =
    await sql`insert into public.branches (vendor_id, name, district_id, address_text, lat, lng, zone)
    values (${kebab.vendorId}, 'Uzak Şube', ${town.districtId}, 'Uzak Caddesi 1', 41.2, 29.2, app.zone_around(41.2, 29.2, 1000)) returning id`;
  const detail = await call<{
    branches: { id: string; serves_point: boolean; delivery_fee_minor: number | null }[];
  }>(null, "get_vendor", {
    slug: kebab.slug,
    lat: 41.201,
    lng: 29.2,
  });
  expect(detail.branches.map((b) => [b.id, b.serves_point, b.delivery_fee_minor])).toEqual([
    [far?.id, true, 0],
    [kebab.branchId, false, null],
  ]);
});
