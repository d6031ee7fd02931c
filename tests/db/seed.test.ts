// The promises the demo town makes to every other test: whole reference geography, branches that deliver where they stand,
// menus with pictures, and the accounts people are told to sign in with. Only the seed's own rows are looked at, and
// nothing that selling changes, so that it does not matter which suite used the database before.
import { existsSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { applicants } from "../../supabase/seed/applications.ts";
import { branchId } from "../../supabase/seed/branches.ts";
import { seedId } from "../../supabase/seed/ids.ts";
import { productId } from "../../supabase/seed/menus.ts";
import { customers } from "../../supabase/seed/people.ts";
import { vendors } from "../../supabase/seed/vendors/all.ts";
import { modaLezzet } from "../../supabase/seed/vendors/moda-lezzet.ts";

const url = process.env.DATABASE_URL;
if (!url) throw new Error("DATABASE_URL is not set: the database tests run against a seeded stack.");
const sql = postgres(url, { max: 1, onnotice: () => {} });
const vendorIds = vendors.map(({ slug }) => seedId("vendor", slug));
const branchIds = vendors.flatMap((vendor) => vendor.branches.map((branch) => branchId(vendor, branch)));
const productIds = vendors.flatMap((vendor) =>
  vendor.menu.flatMap(({ products }) => products.map((product) => productId(vendor, product))),
);
const PUBLIC = join(import.meta.dirname, "../../public");

afterAll(() => sql.end());

async function number(query: postgres.PendingQuery<postgres.Row[]>): Promise<number> {
  const [row] = await query;
  return Number(Object.values(row ?? {})[0]);
}

describe("reference geography", () => {
  test("has all 81 cities, each with a centre and its plate code as id", async () => {
    const cities = await sql`select id, slug, name, lat, lng from public.cities where id <= 81`;
    expect(cities).toHaveLength(81);
    expect(cities.filter(({ lat, lng }) => !(lat > 35.8 && lat < 42.2 && lng > 25.5 && lng < 44.9))).toEqual(
      [],
    );
    expect(cities.find(({ id }) => id === 34)).toMatchObject({ slug: "istanbul", name: "İstanbul" });
  });

  test("has every district and neighbourhood", async () => {
    expect(await number(sql`select count(*) from public.districts`)).toBeGreaterThanOrEqual(970);
    expect(await number(sql`select count(*) from public.neighborhoods`)).toBeGreaterThan(70_000);
    expect(
      await number(sql`
        select count(*) from public.districts d
        where d.city_id <= 81 and not exists (select from public.neighborhoods n where n.district_id = d.id)`),
    ).toBe(0);
  });

  test("spells Kadıköy's neighbourhoods for people and places the demo districts on the map", async () => {
    const names = await sql<{ name: string; lat: number | null }[]>`
      select n.name, n.lat from public.neighborhoods n join public.districts d on d.id = n.district_id
      where d.slug = 'kadikoy' and d.city_id = 34`;
    expect(names.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "Caferağa",
        "Osmanağa",
        "Fenerbahçe",
        "Göztepe",
        "Bostancı",
        "Kozyatağı",
        "19 Mayıs",
      ]),
    );
    expect(names.filter(({ lat }) => lat === null)).toEqual([]);
    expect(await number(sql`select count(*) from public.neighborhoods where name ~ 'Mah$|^\\s|\\s\\s'`)).toBe(
      0,
    );
  });

  test("sorts as a Turkish dictionary does", async () => {
    const rows = await sql<{ name: string }[]>`
      select name from public.cities where name in ('Iğdır', 'İstanbul', 'Çankırı', 'Corum', 'Denizli', 'Bursa', 'Isparta', 'Şırnak', 'Sivas')
      order by name`;
    expect(rows.map(({ name }) => name)).toEqual([
      "Bursa",
      "Çankırı",
      "Denizli",
      "Iğdır",
      "Isparta",
      "İstanbul",
      "Sivas",
      "Şırnak",
    ]);
  });

  test("a place is found however it is typed, and where something can be ordered comes first", async () => {
    for (const typed of ["cafera", "CAFERAĞA", "Caferaga kadikoy", "caferga"]) {
      const [row] = await sql`select public.search_places(${typed}) #> '{data,0}' as first`;
      expect(row?.first, typed).toMatchObject({ name: "Caferağa", district: "Kadıköy", city: "İstanbul" });
    }
  });
});

describe("the town", () => {
  test("has at least 12 vendors of every kind, with full menus", async () => {
    const rows = await sql`
      select v.business_type, v.verified, count(distinct p.id)::int as products, count(distinct p.category_id)::int as categories
      from public.vendors v left join public.products p on p.vendor_id = v.id and p.id = any (${productIds}::uuid[])
      where v.id = any (${vendorIds}::uuid[]) group by v.id`;
    expect(rows.length).toBeGreaterThanOrEqual(12);
    expect(new Set(rows.map((row) => row.business_type)).size).toBe(9);
    for (const { verified, products, categories } of rows) {
      expect(verified).toBe(true);
      expect(products).toBeGreaterThanOrEqual(8);
      expect(products).toBeLessThanOrEqual(25);
      expect(categories).toBeGreaterThanOrEqual(3);
      expect(categories).toBeLessThanOrEqual(6);
    }
  });

  test("has at least 15 branches in three districts, each inside its own zone and with hours", async () => {
    const rows = await sql`
      select b.district_id, b.name, app.point_in_zone(b.zone, b.lat, b.lng) as delivers_here,
        exists (select from public.branch_hours h where h.branch_id = b.id) as opens
      from public.branches b where b.id = any (${branchIds}::uuid[])`;
    expect(rows.length).toBeGreaterThanOrEqual(15);
    expect(new Set(rows.map((row) => row.district_id)).size).toBe(3);
    expect(rows.filter((row) => !row.delivers_here || !row.opens)).toEqual([]);
  });

  test("has every case a screen or a rule must handle", async () => {
    const [cases] = await sql`
      select bool_or(zone ->> 'type' = 'MultiPolygon') as zone_in_pieces,
        bool_or(zone ->> 'type' = 'Polygon' and jsonb_array_length(zone -> 'coordinates') > 1) as zone_with_a_hole,
        bool_or(fee_policy = 'zone') as fee_by_zone,
        bool_or(fee_policy = 'distance' and fee_per_km_minor > 0) as fee_by_distance,
        bool_or(free_delivery_from_minor is null) as never_free,
        bool_or(not accepts_pickup) as delivery_only,
        bool_or(exists (select from public.branch_hours h where h.branch_id = b.id and h.closes <= h.opens)) as past_midnight,
        bool_or(not exists (select from public.branch_hours h where h.branch_id = b.id and h.weekday = 0)) as closed_on_sundays,
        bool_or(exists (select from public.branch_special_days d where d.branch_id = b.id and d.closed)) as day_off,
        bool_or(exists (select from public.branch_special_days d where d.branch_id = b.id and not d.closed)) as special_hours
      from public.branches b where b.id = any (${branchIds}::uuid[])`;
    for (const [name, found] of Object.entries(cases ?? {})) expect(found, name).toBe(true);
  });

  test("has a picture for every vendor and product", async () => {
    const rows = await sql<{ image_url: string | null }[]>`
      select image_url from public.vendors where id = any (${vendorIds}::uuid[])
      union select image_url from public.products where id = any (${productIds}::uuid[])`;
    const lost = rows.filter(({ image_url }) => !image_url || !existsSync(join(PUBLIC, image_url)));
    expect(lost).toEqual([]);
  });

  test("has option groups that can be satisfied, many of them shared by several products", async () => {
    const groups = await sql`
      select g.name, g.min_choices, (select count(*)::int from public.options o where o.group_id = g.id and o.available) as options,
        (select count(*)::int from public.product_option_groups l where l.group_id = g.id) as products
      from public.option_groups g where g.vendor_id = any (${vendorIds}::uuid[])`;
    expect(groups.filter(({ options, min_choices }) => options < Math.max(1, min_choices))).toEqual([]);
    expect(groups.filter(({ products }) => products > 1).length).toBeGreaterThan(10);
  });

  test("counts no stock below zero, and only of what the branch's own vendor sells", async () => {
    const wrong = await sql`
      select p.name from public.branch_stock s
      join public.branches b on b.id = s.branch_id join public.products p on p.id = s.product_id
      where s.quantity < 0 or b.vendor_id <> p.vendor_id`;
    expect(wrong).toEqual([]);
  });

  test("has businesses that applied", async () => {
    const emails = applicants.map(({ email }) => email);
    const rows = await sql`
      select a.id from public.vendor_applications a join public.users u on u.id = a.applicant_id where u.email = any (${emails})`;
    expect(rows).toHaveLength(2);
  });
});

describe("the first branch of moda-lezzet", async () => {
  const [branch] = await sql`
    select b.* from public.branches b join public.vendors v on v.id = b.vendor_id
    where v.slug = 'moda-lezzet' order by b.created_at limit 1`;

  test("is first by age and by name", async () => {
    const [byName] = await sql`
      select b.id from public.branches b join public.vendors v on v.id = b.vendor_id
      where v.slug = 'moda-lezzet' order by b.name collate app.turkish limit 1`;
    expect(byName?.id).toBe(branch?.id);
    expect(branch).toMatchObject({
      accepts_delivery: true,
      accepts_pickup: true,
      prep_minutes: 15,
      minimum_order_minor: "10000",
    });
  });

  test("never closes", async () => {
    const hours = await sql`
      select weekday from public.branch_hours
      where branch_id = ${branch?.id} and opens = '00:00' and closes = '24:00' order by weekday`;
    expect(hours.map(({ weekday }) => weekday)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(
      await number(sql`select count(*) from public.branch_special_days where branch_id = ${branch?.id}`),
    ).toBe(0);
  });

  test("delivers everywhere within 3 km of central Kadıköy", async () => {
    const missed = await sql`
      select bearing, km from generate_series(0, 350, 10) as bearing, unnest(array[0, 1, 2, 3]) as km
      where not app.point_in_zone(${sql.json(branch?.zone)},
        40.9869 + km / 111.195 * cosd(bearing), 29.0260 + km / (111.195 * cosd(40.9869)) * sind(bearing))`;
    expect(missed).toEqual([]);
  });

  test("counts several products, one nearly gone and one sold out", async () => {
    const counted = modaLezzet.menu
      .flatMap(({ products }) => products)
      .filter(({ stock }) => typeof stock?.[0] === "number");
    const rows = await sql`
      select product_id from public.branch_stock where branch_id = ${branch?.id} and stock_policy = 'counted'
        and product_id = any (${counted.map((product) => productId(modaLezzet, product))}::uuid[])`;
    expect(rows).toHaveLength(counted.length);
    const quantities = counted.map(({ stock }) => stock?.[0] ?? -1);
    expect(quantities.filter((n) => n >= 20 && n <= 200).length).toBeGreaterThanOrEqual(4);
    expect(quantities.filter((n) => n < 20).sort()).toEqual([0, 3]);
  });
});

describe("the accounts", () => {
  test.each([
    ["customer", "customer", null],
    ["customer2", "customer", null],
    ["vendor", "vendor_admin", "moda-lezzet"],
    ["manager", "vendor_admin", "moda-lezzet"],
    ["kitchen", "vendor_admin", "moda-lezzet"],
    ["courier", "courier", "moda-lezzet"],
    ["courier2", "courier", "moda-lezzet"],
    ["vendor2", "vendor_admin", "cankaya-firin"],
    ["courier3", "courier", "cankaya-firin"],
    ["admin", "admin", null],
  ])("%s@kapgel.test is a %s of %s and signs in with the demo password", async (name, role, vendor) => {
    const [account] = await sql`
      select u.role, a.encrypted_password = extensions.crypt('kapgel-demo', a.encrypted_password) as password_fits,
        (select count(*)::int from auth.identities i where i.user_id = u.id) as identities,
        (select v.slug from public.vendors v where v.id in (
          select vendor_id from public.vendor_members m where m.user_id = u.id
          union select vendor_id from public.couriers c where c.user_id = u.id)) as vendor
      from public.users u join auth.users a on a.id = u.id where u.email = ${`${name}@kapgel.test`}`;
    expect(account).toEqual({ role, vendor, identities: 1, password_fits: true });
  });

  test("every vendor has an owner, and every owner's role says so", async () => {
    const ownerless = await sql`
      select v.slug from public.vendors v where v.id = any (${vendorIds}::uuid[]) and not exists (
        select from public.vendor_members m join public.users u on u.id = m.user_id
        where m.vendor_id = v.id and u.role = 'vendor_admin')`;
    expect(ownerless).toEqual([]);
  });

  test("both customers have an address in the first zone of moda-lezzet, and one in another district", async () => {
    const addressIds = customers.flatMap(({ email, addresses }) =>
      addresses.map(({ label }) => seedId("address", email, label)),
    );
    const rows = await sql`
      select u.email, array_agg(app.point_in_zone(b.zone, a.lat, a.lng) order by a.created_at desc) as inside,
        count(distinct n.district_id)::int as districts
      from public.addresses a join public.users u on u.id = a.user_id join public.neighborhoods n on n.id = a.neighborhood_id,
        lateral (select b.zone from public.branches b join public.vendors v on v.id = b.vendor_id
          where v.slug = 'moda-lezzet' order by b.created_at limit 1) b
      where a.id = any (${addressIds}::uuid[]) group by u.email`;
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatchObject({ inside: [true, false], districts: 2 });
  });
});
