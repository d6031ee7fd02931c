// The demo accounts: sign-in identities with fixed ids, then their roles, couriers' employment and saved addresses.
import type postgres from "postgres";
import { seedId } from "./ids.ts";
import { couriers, customers, DEMO_PASSWORD, operator, type Person, staff } from "./people.ts";

type Role = "vendor_admin" | "courier" | "admin";

/** The fixed id of the demo account with this address. */
export function accountId(email: string): string {
  return seedId("account", email);
}

/** Creates all accounts: the people given (owners become vendor admins, applicants stay customers) and the town's own. */
export async function seedAccounts(
  tx: postgres.TransactionSql,
  { owners, applicants }: { owners: readonly Person[]; applicants: readonly Person[] },
): Promise<void> {
  await createAccounts(tx, [operator, ...customers, ...couriers, ...staff, ...owners, ...applicants]);
  await giveRole(tx, "admin", [operator]);
  await giveRole(tx, "courier", couriers);
  await giveRole(tx, "vendor_admin", [...owners, ...staff]);
  await seedAddresses(tx);
}

/** Employs the couriers, off shift; the vendors exist by now. */
export async function seedCouriers(tx: postgres.TransactionSql): Promise<void> {
  const rows = couriers.map(({ email, vendor, vehicle }) => ({
    id: seedId("courier", email),
    user_id: accountId(email),
    vendor_id: seedId("vendor", vendor),
    vehicle,
  }));
  await tx`insert into public.couriers ${tx(rows)}`;
}

/** Makes the staff members of their vendors, in their roles. */
export async function seedStaff(tx: postgres.TransactionSql): Promise<void> {
  const rows = staff.map(({ email, vendor, role }) => ({
    vendor_id: seedId("vendor", vendor),
    user_id: accountId(email),
    role,
  }));
  await tx`insert into public.vendor_members ${tx(rows)}`;
}

const WELCOME_CREDIT_MINOR = 50_000;

/** Gives every customer of the town store credit to try the wallet with, as an operator would: by a transfer of the ledger. */
export async function seedWallets(tx: postgres.TransactionSql): Promise<void> {
  for (const { email } of customers) {
    await tx`
      select app.post_transfer('adjustment', ${seedId("welcome", email)},
        array[app.account('adjustments'), app.account('wallet', ${accountId(email)})],
        array[${-WELCOME_CREDIT_MINOR}::bigint, ${WELCOME_CREDIT_MINOR}::bigint], null, 'Hoş geldin')`;
  }
}

// One password means one bcrypt hash: the first account is made by the database's own function, the others are copies of
// its row. Twenty hashes would cost more than the rest of the seed.
async function createAccounts(tx: postgres.TransactionSql, people: readonly Person[]): Promise<void> {
  const [first, ...rest] = people;
  if (!first) return;
  const template = accountId(first.email);
  await tx`select app.create_account(${first.email}, ${DEMO_PASSWORD}, ${first.name}, ${first.phone}, ${template})`;
  const ids = rest.map(({ email }) => accountId(email));
  await tx`
    insert into auth.users (
      instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
      created_at, updated_at, confirmation_token, recovery_token, email_change, email_change_token_new,
      email_change_token_current, phone_change, phone_change_token, reauthentication_token, is_sso_user, is_anonymous)
    select u.instance_id, p.id, u.aud, u.role, p.email, u.encrypted_password, u.email_confirmed_at, u.raw_app_meta_data,
      jsonb_build_object('full_name', p.name, 'phone', p.phone), u.created_at, u.updated_at, u.confirmation_token,
      u.recovery_token, u.email_change, u.email_change_token_new, u.email_change_token_current, u.phone_change,
      u.phone_change_token, u.reauthentication_token, u.is_sso_user, u.is_anonymous
    from auth.users u, unnest(${ids}::uuid[], ${rest.map((p) => p.email)}::text[], ${rest.map((p) => p.name)}::text[],
      ${rest.map((p) => p.phone)}::text[]) as p (id, email, name, phone)
    where u.id = ${template}`;
  await tx`
    insert into auth.identities (id, user_id, provider_id, provider, identity_data, last_sign_in_at, created_at, updated_at)
    select gen_random_uuid(), u.id, u.id::text, i.provider,
      i.identity_data || jsonb_build_object('sub', u.id::text, 'email', u.email), i.last_sign_in_at, i.created_at, i.updated_at
    from auth.identities i, auth.users u
    where i.user_id = ${template} and u.id = any (${ids}::uuid[])`;
}

async function giveRole(tx: postgres.TransactionSql, role: Role, people: readonly Person[]): Promise<void> {
  const ids = people.map(({ email }) => accountId(email));
  await tx`update public.users set role = ${role}::public.user_role where id = any (${ids}::uuid[])`;
}

async function seedAddresses(tx: postgres.TransactionSql): Promise<void> {
  for (const { email, addresses } of customers) {
    for (const [i, { label, text, lat, lng, place }] of addresses.entries()) {
      const [district, neighborhood] = place;
      const savedAt = new Date(Date.UTC(2026, 8, 20, 12, -i)); // lists show the newest first
      await tx`
        insert into public.addresses (id, user_id, label, text, lat, lng, neighborhood_id, created_at)
        select ${seedId("address", email, label)}, ${accountId(email)}, ${label}, ${text}, ${lat}, ${lng}, n.id, ${savedAt}
        from public.neighborhoods n join public.districts d on d.id = n.district_id
        where d.name = ${district} and n.name = ${neighborhood}`;
    }
  }
}
