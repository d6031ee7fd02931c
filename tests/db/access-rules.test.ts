// What must be true of every table and function there is or will be, and of the doors to them: rights, row-level security, search paths,
// the REST door, and that nobody raises their own role.
import { randomUUID } from "node:crypto";
import { createClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, outcome, refusal, sql } from "./database.ts";
import { leaveTown, MODA, person } from "./shops.ts";
import { type World, world } from "./world.ts";

const URL = process.env.NEXT_PUBLIC_SUPABASE_URL ?? "";
const KEY = process.env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? "sb_publishable_local";
const anybody = () => createClient(URL, KEY, { auth: { persistSession: false, autoRefreshToken: false } });
async function signedIn(id: string) {
  const client = anybody();
  const { error } = await client.auth.signInWithPassword({
    email: `${id}@test.invalid`,
    password: "kapgel-test",
  });
  if (error) throw error;
  return client;
}
const roleOf = async (id: string): Promise<string> => {
  const [row] = await sql`select role from public.users where id = ${id}`;
  return row?.role;
};
const found = async (rows: PromiseLike<Record<string, unknown>[]>) =>
  (await rows).map((row) => String(row.name));

let here: World;
beforeAll(async () => {
  here = await world();
});
afterAll(leaveTown);

describe("the catalog", () => {
  it("has row-level security on every table of public", async () => {
    expect(
      await found(
        sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`,
      ),
    ).toEqual([]);
  });

  it("has no view, which would read with its owner's rights", async () => {
    expect(
      await found(
        sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
      ),
    ).toEqual([]);
  });

  it("grants strangers and users no more than reading, on tables, columns and sequences", async () => {
    const writable = sql`select c.relname || ' ' || r as name
      from pg_class c, unnest(array['anon', 'authenticated']) as r
      where c.relnamespace in ('public'::regnamespace, 'app'::regnamespace) and case c.relkind
        when 'S' then has_sequence_privilege(r, c.oid, 'usage, update, select')
        when 'r' then has_table_privilege(r, c.oid, 'insert, update, delete, truncate, references, trigger') or has_any_column_privilege(r, c.oid, 'insert, update, references') end`;
    expect(await found(writable)).toEqual([]);
  });

  it("has no policy but for reading", async () => {
    expect(
      await found(
        sql`select policyname as name from pg_policies where schemaname in ('public', 'realtime') and cmd <> 'SELECT'`,
      ),
    ).toEqual([]);
  });

  it("pins the search path of every function that runs with its owner's rights", async () => {
    const loose = sql`select oid::regprocedure::text as name from pg_proc
      where pronamespace in ('public'::regnamespace, 'app'::regnamespace) and prosecdef and not coalesce(proconfig @> array['search_path=""'], false)`;
    expect(await found(loose)).toEqual([]);
  });

  it("grants no function to everybody by default", async () => {
    const open = sql`select p.oid::regprocedure::text as name from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as a
      where p.pronamespace in ('public'::regnamespace, 'app'::regnamespace) and a.grantee = 0`;
    expect(await found(open)).toEqual([]);
  });

  it("grants a new table or function to nobody", async () => {
    const undo = new Error("undo");
    const check = sql.begin(async (transaction) => {
      await transaction.unsafe(
        "create table public.brand_new (id int); create function public.brand_new() returns int language sql as 'select 1'",
      );
      const [row] =
        await transaction`select r.rights from (select array[has_table_privilege('authenticated', 'public.brand_new', 'select'),
        has_table_privilege('anon', 'public.brand_new', 'select'), has_function_privilege('authenticated', 'public.brand_new()', 'execute'),
        has_function_privilege('anon', 'public.brand_new()', 'execute')] as rights) r`;
      expect(row?.rights).toEqual([false, false, false, false]);
      throw undo;
    });
    await expect(check).rejects.toBe(undo);
  });
});

describe("the REST door", () => {
  const rest = (path: string, headers: Record<string, string> = {}, body?: unknown) =>
    fetch(`${URL}/rest/v1/${path}`, {
      method: body ? "POST" : "GET",
      headers: { apikey: KEY, "content-type": "application/json", ...headers },
      body: body ? JSON.stringify(body) : null,
    });
  const bearer = async (id: string) => ({
    authorization: `Bearer ${(await (await signedIn(id)).auth.getSession()).data.session?.access_token}`,
  });

  it("does not know the schema app, asked for by name or not", async () => {
    const user = await bearer(here.customerId);
    for (const headers of [{}, user]) {
      expect((await rest("rpc/not_found", headers, { what: "x" })).status).toBe(404);
      expect((await rest("rpc/is_admin", headers, {})).status).toBe(404);
      expect(
        (await rest("rpc/not_found", { ...headers, "content-profile": "app" }, { what: "x" })).status,
      ).toBe(406);
    }
  });

  it("keeps idempotency keys and the service's functions from users and strangers", async () => {
    const user = await bearer(here.customerId);
    for (const path of ["rpc/purge_expired", "rpc/reject_unconfirmed_orders"]) {
      expect([(await rest(path, {}, {})).status, (await rest(path, user, {})).status]).toEqual([401, 403]);
    }
    expect([
      await rest("idempotency_keys").then((answer) => answer.status),
      (await rest("idempotency_keys", user)).status,
    ]).toEqual([401, 403]);
    expect(
      (await rest("rpc/purge_expired", { apikey: process.env.SUPABASE_SECRET_KEY ?? "" }, {})).status,
    ).toBe(200);
  });

  it("carries a refusal as its status, code and details", async () => {
    const answer = await rest("rpc/get_order", await bearer(here.customerId), { order_id: randomUUID() });
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: "PT404", hint: "NOT_FOUND" }]);
  });
});

describe("nobody raises their own role", () => {
  it("by their profile", async () => {
    await call(here.customerId, "update_profile", {
      patch: { role: "admin", id: randomUUID(), email: "x@test.invalid", full_name: "Yükselen" },
    });
    const [row] = await sql`select role, email, full_name from public.users where id = ${here.customerId}`;
    expect(row).toEqual({
      role: "customer",
      email: `${here.customerId}@test.invalid`,
      full_name: "Yükselen",
    });
  });

  it("by what they sign up with", async () => {
    const forged = {
      role: "admin",
      user_role: "admin",
      app_metadata: { role: "admin" },
      full_name: "Yeni",
      is_admin: true,
    };
    const { data } = await anybody().auth.signUp({
      email: `${randomUUID()}@kapgel.test`,
      password: "kapgel-test",
      options: { data: forged },
    });
    expect(await roleOf(data.user?.id ?? "")).toBe("customer");
  });

  it("by changing their metadata later", async () => {
    const client = await signedIn(here.customerId);
    await client.auth.updateUser({ data: { role: "admin", user_role: "admin" } });
    expect([
      await roleOf(here.customerId),
      (await client.rpc("list_applications", { filter: {} })).status,
    ]).toEqual(["customer", 403]);
  });

  it("by writing tables over REST", async () => {
    const client = await signedIn(here.customerId);
    const answers = [
      await client.from("users").update({ role: "admin" }).eq("id", here.customerId),
      await client
        .from("users")
        .upsert({ id: here.customerId, role: "admin", email: "x@test.invalid", full_name: "x" }),
      await client.from("vendor_members").insert({ vendor_id: here.vendorId, user_id: here.customerId }),
      await client.from("couriers").insert({ vendor_id: here.vendorId, user_id: here.customerId }),
    ];
    expect(answers.map(({ status, error }) => [status, error?.code])).toEqual(Array(4).fill([403, "42501"]));
    expect(await roleOf(here.customerId)).toBe("customer");
  });

  it("by an application that says it is approved", async () => {
    const [district] = await sql`select district_id as id from public.branches where id = ${here.branchId}`;
    const applicant = await person("customer");
    const body = {
      status: "approved",
      vendor_id: here.vendorId,
      applicant_id: here.ownerId,
      decided_by: applicant,
      decided_at: new Date().toISOString(),
      business_name: "Yeni",
      business_type: "cafe",
      legal_name: "Yeni Ltd.",
      tax_number: "1234567890",
      tax_office: "Kadıköy",
      iban: `TR${"0".repeat(24)}`,
      contact_name: "Yeni",
      contact_phone: "+902160000000",
      address_text: "Moda Caddesi 1",
      district_id: district?.id,
      ...MODA,
    };
    expect(await call(applicant, "submit_application", { body })).toMatchObject({
      status: "pending",
      vendor_id: null,
    });
    expect(await roleOf(applicant)).toBe("customer");
  });

  it("by a vendor who makes couriers: they are couriers, and an account that exists stays what it is", async () => {
    const hired = {
      email: `${randomUUID()}@test.invalid`,
      password: "kapgel-test",
      full_name: "Yeni",
      role: "admin",
      vendor_id: randomUUID(),
      user_id: here.customerId,
    };
    const made = await call<{ user_id: string }>(here.ownerId, "create_courier", { person: hired });
    expect(await roleOf(made.user_id)).toBe("courier");
    const taken = { ...hired, email: `${here.customerId}@TEST.invalid` };
    expect(await refusal(call(here.ownerId, "create_courier", { person: taken }))).toMatchObject({
      status: "400",
      details: { email: [expect.any(String)] },
    });
    expect(await roleOf(here.customerId)).toBe("customer");
  });

  it("and whose role was taken loses its rights at once", async () => {
    const admin = await person("admin");
    expect(await outcome(call(admin, "list_applications"))).toBe("ok");
    await sql`update public.users set role = 'customer' where id = ${admin}`;
    expect(await outcome(call(admin, "list_applications"))).toBe("FORBIDDEN");
  });
});
