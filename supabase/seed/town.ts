// The demo town: accounts, vendors, branches, menus and waiting applications, the same in every database. One transaction:
// the town is whole or absent.
import type postgres from "postgres";
import { accountId, seedAccounts, seedCouriers, seedStaff, seedWallets } from "./accounts.ts";
import { applicants, seedApplications } from "./applications.ts";
import { joinedAt, seedBranches } from "./branches.ts";
import { seedCoupons } from "./coupons.ts";
import { seedId } from "./ids.ts";
import { pictureUrl, seedMenus } from "./menus.ts";
import { seedPriceRules } from "./price-rules.ts";
import { broughtAlong, seedReviews } from "./reviews.ts";
import { vendors } from "./vendors/all.ts";

/** Builds the demo town in one transaction; does nothing where it stands. The geography is loaded by now. */
export async function seedTown(sql: postgres.Sql): Promise<void> {
  const [standing] = await sql`select from public.vendors where slug = 'moda-lezzet'`;
  if (standing) return;
  await sql.begin(async (tx) => {
    const districts = await readDistricts(tx);
    await seedAccounts(tx, { owners: vendors.map(({ owner }) => owner), applicants });
    await seedVendors(tx);
    await seedReviews(tx);
    await seedCouriers(tx);
    await seedStaff(tx);
    await seedBranches(tx, districts);
    await seedMenus(tx);
    await seedApplications(tx, districts);
    await seedWallets(tx);
    await seedCoupons(tx, joinedAt(0));
    await seedPriceRules(tx, joinedAt(0));
  });
  await sql`analyze public.vendors, public.branches, public.products, public.branch_stock`;
}

async function readDistricts(tx: postgres.TransactionSql): Promise<Map<string, number>> {
  const rows = await tx<{ id: number; name: string }[]>`
    select id, name from public.districts where city_id in (6, 34) and slug in ('kadikoy', 'besiktas', 'cankaya')`;
  return new Map(rows.map(({ id, name }) => [name, id]));
}

async function seedVendors(tx: postgres.TransactionSql): Promise<void> {
  const rows = vendors.map(({ slug, name, type, description, picture, rating }, place) => ({
    id: seedId("vendor", slug),
    slug,
    name,
    business_type: type,
    description,
    image_url: pictureUrl(picture),
    verified: true,
    rating: rating?.average ?? null,
    ...broughtAlong(slug, rating),
    created_at: joinedAt(place),
  }));
  const members = vendors.map(({ slug, owner }) => ({
    vendor_id: seedId("vendor", slug),
    user_id: accountId(owner.email),
  }));
  await tx`insert into public.vendors ${tx(rows)}`;
  await tx`insert into public.vendor_members ${tx(members)}`;
}
