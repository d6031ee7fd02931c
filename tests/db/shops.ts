// Vendors for the tests: each test file has a city of its own, so that what it finds is what it made.
import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { sql } from "./database.ts";

export type City = { slug: string; districtId: number };
export type Shop = { vendorId: string; slug: string; branchId: string; ownerId: string };

const made: string[] = [];

/** For afterAll: takes this file's shops out of the shop window, where browser tests look later, and closes the connections. */
export async function leaveTown(): Promise<void> {
  await sql`update public.vendors set verified = false where slug = any (${made})`;
  await sql.end();
}

/** A point and a zone that holds it: some 1.5 km around Moda. */
export const MODA = { lat: 40.9833, lng: 29.0256 };

/** An account with a role. */
export async function person(role: "customer" | "vendor_admin" | "courier" | "admin"): Promise<string> {
  const id = randomUUID();
  await sql`select app.create_account(${`${id}@test.invalid`}, 'kapgel-test', 'Deneme Kişisi', null, ${id})`;
  await sql`update public.users set role = ${role} where id = ${id}`;
  return id;
}

/** A city with one district. */
export async function city(): Promise<City> {
  const slug = `sehir-${randomBytes(6).toString("hex")}`;
  const districtId = randomInt(1_000_000, 2_000_000_000);
  await sql.begin(async (transaction) => {
    await transaction`lock table public.cities in exclusive mode`; // two at once would choose the same next id
    await transaction`insert into public.cities (id, slug, name) values (
      (select greatest(max(id) + 1, 1000) from public.cities), ${slug}, 'Deneme Şehri')`;
  });
  await sql`insert into public.districts (id, city_id, slug, name)
    select ${districtId}, id, 'merkez', 'Merkez' from public.cities where slug = ${slug}`;
  return { slug, districtId };
}

/** A verified vendor with an owner and one active branch, always open and delivering around Moda. */
export async function shop(
  place: City,
  name = "Deneme Dükkânı",
  rating: number | null = null,
): Promise<Shop> {
  const slug = `dukkan-${randomBytes(8).toString("hex")}`;
  const ownerId = await person("vendor_admin");
  const [vendor] = await sql`insert into public.vendors (slug, name, business_type, verified, rating)
    values (${slug}, ${name}, 'restaurant', true, ${rating}) returning id`;
  made.push(slug);
  await sql`insert into public.vendor_members (vendor_id, user_id) values (${vendor?.id}, ${ownerId})`;
  const [branch] =
    await sql`insert into public.branches (vendor_id, name, district_id, address_text, lat, lng, zone)
    values (${vendor?.id}, ${name}, ${place.districtId}, 'Moda Caddesi 1', ${MODA.lat}, ${MODA.lng},
      app.zone_around(${MODA.lat}, ${MODA.lng}, 1500)) returning id`;
  await openHours(
    branch?.id,
    Array.from({ length: 7 }, (_, weekday) => [weekday, "00:00", "24:00"]),
  );
  return { vendorId: vendor?.id, slug, branchId: branch?.id, ownerId };
}

/** Replaces a branch's weekly hours by [weekday (0 Sunday), opens, closes]. */
export async function openHours(branchId: string, hours: [number, string, string][]): Promise<void> {
  await sql`delete from public.branch_hours where branch_id = ${branchId}`;
  for (const [weekday, opens, closes] of hours) {
    await sql`insert into public.branch_hours (branch_id, weekday, opens, closes) values (${branchId}, ${weekday}, ${opens}, ${closes})`;
  }
}

/** A product on a shelf of its own; returns its id. */
export async function product(vendorId: string, name: string, priceMinor = 10_000): Promise<string> {
  const [row] = await sql`with shelf as (
      insert into public.categories (vendor_id, name) values (${vendorId}, ${`${name} çeşitleri`}) returning id)
    insert into public.products (vendor_id, category_id, name, price_minor)
    select ${vendorId}, id, ${name}, ${priceMinor} from shelf returning id`;
  return row?.id;
}
