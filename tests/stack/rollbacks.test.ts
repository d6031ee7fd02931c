// Every migration can be undone: its rollback leaves the catalog as it was before, whatever the tables held, and the way up is free
// again. Migrations and rollbacks run on a database of their own.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createAuth } from "../../dev/auth.ts";
import type { Child } from "../../dev/children.ts";
import { migrate } from "../../dev/migrations.ts";
import { databaseUrlOf, startPostgres } from "../../dev/postgres.ts";

const PORT = 26490;
const PROJECT = resolve(import.meta.dirname, "..", "..");
const root = mkdtempSync(join(tmpdir(), "kapgel-rollbacks-"));
chmodSync(root, 0o711); // as root, Postgres runs as another user

const filesIn = (folder: string) =>
  readdirSync(join(PROJECT, "supabase", folder))
    .filter((file) => file.endsWith(".sql"))
    .sort();
const read = (folder: string, file: string) => readFileSync(join(PROJECT, "supabase", folder, file), "utf8");
const migrations = filesIn("migrations");
const newest = migrations.at(-1) ?? "";
const versionOf = (file: string) => file.split("_")[0] ?? "";

let server: Child;
let sql: Sql;
let closeAuth: () => Promise<void>;

beforeAll(async () => {
  ({ child: server, sql } = await startPostgres(root, PORT));
  await sql.unsafe(readFileSync(join(PROJECT, "dev", "bootstrap.sql"), "utf8"));
  ({ close: closeAuth } = await createAuth(databaseUrlOf(PORT), sql, join(root, "files")));
});

afterAll(async () => {
  await closeAuth?.();
  await sql?.end({ timeout: 1 });
  await server?.stop();
  rmSync(root, { recursive: true, force: true });
});

const up = (file: string) => sql.unsafe(read("migrations", file));
const down = (file: string) => sql.unsafe(read("rollbacks", file));

/** Everything a migration can make, one line each: names qualified, rights in a fixed order. */
async function catalog(): Promise<string[]> {
  const lines = await sql.begin(async (tx) => {
    await tx`set local search_path = ''`;
    return tx<{ line: string }[]>`
      with ours as (select oid from pg_namespace where nspname in ('public', 'app')),
      rights as (
        select n.oid, 'schema ' || n.nspname as what, n.nspacl as acl from pg_namespace n where n.oid in (select oid from ours)
        union all
        select c.oid, format('class %s %s rls=%s', c.relkind, c.oid::regclass, c.relrowsecurity), c.relacl
        from pg_class c where c.relnamespace in (select oid from ours)
        union all
        select p.oid, pg_get_functiondef(p.oid), p.proacl from pg_proc p where p.pronamespace in (select oid from ours)
        union all
        select d.oid, format('default %s %s %s', d.defaclrole::regrole, d.defaclnamespace::regnamespace, d.defaclobjtype), d.defaclacl
        from pg_default_acl d
      )
      select what || ' ' || array(select a::text from unnest(acl) as a order by 1)::text as line from rights
      union all
      select format('column %s.%s %s null=%s %s %s%s %s', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), not a.attnotnull,
        a.attcollation::regcollation, a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid))
      from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where c.relnamespace in (select oid from ours) and a.attnum > 0 and not a.attisdropped
      union all
      select format('type %s %s %s', t.typtype, t.oid::regtype, array(select enumlabel from pg_enum e where e.enumtypid = t.oid order by enumsortorder))
      from pg_type t where t.typnamespace in (select oid from ours)
      union all
      select format('collation %s', c.oid::regcollation) from pg_collation c where c.collnamespace in (select oid from ours)
      union all
      select format('sequence %s', to_jsonb(s) - 'last_value') from pg_sequences s where s.schemaname in ('public', 'app')
      union all
      select format('policy %s', to_jsonb(p)) from pg_policies p where p.schemaname in ('public', 'app', 'realtime', 'auth')
      union all
      select format('constraint %s %s %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
      from pg_constraint c where c.connamespace in (select oid from ours)
      union all
      select pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid where c.relnamespace in (select oid from ours)
      union all
      select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not t.tgisinternal and (c.relnamespace in (select oid from ours) or c.oid = 'auth.users'::regclass)
      union all
      select format('extension %s', extname) from pg_extension
      order by line`;
  });
  return lines.map(({ line }) => line);
}

/** What the catalog holds too much and too little, compared with what it held. Both are to be empty. */
async function changesSince(held: string[] = []) {
  const holds = await catalog();
  const [then, now] = [new Set(held), new Set(holds)];
  return {
    tooMuch: holds.filter((line) => !then.has(line)),
    tooLittle: held.filter((line) => !now.has(line)),
  };
}
const NONE = { tooMuch: [], tooLittle: [] };

/** Rows that later migrations' constraints point at: a rollback must not leave what the migration would trip over. */
const fill = () => sql`
  with place as (insert into public.cities (id, slug, name) values (1, 'sehir', 'Şehir') returning id),
  district as (insert into public.districts (id, city_id, slug, name) select 1, id, 'ilce', 'İlçe' from place returning id),
  neighborhood as (insert into public.neighborhoods (id, district_id, name) select 1, id, 'Mahalle' from district returning id),
  person as (select app.create_account('kisi@test.invalid', 'kapgel-test', 'Deneme Kişisi') as id),
  vendor as (insert into public.vendors (slug, name, business_type) values ('dukkan', 'Dükkân', 'cafe') returning id),
  branch as (
    insert into public.branches (vendor_id, name, district_id, address_text, lat, lng, zone)
    select v.id, 'Şube', d.id, 'Cadde 1', 41, 29, app.zone_around(41, 29, 500) from vendor v, district d returning id, vendor_id),
  courier as (insert into public.couriers (user_id, vendor_id) select p.id, v.id from person p, vendor v returning id),
  webhook as (
    insert into public.webhook_endpoints (vendor_id, url, event_types) select id, 'https://example.com/', '{order.created}' from vendor returning id),
  sent as (insert into public.webhook_deliveries (endpoint_id, type, payload) select id, 'ping', '{}' from webhook returning id),
  placed as (
    insert into public.orders (customer_id, vendor_id, branch_id, type, subtotal_minor, delivery_fee_minor, total_minor, payment_method,
      prep_minutes, eta_at, confirm_by, placed_at)
    select p.id, b.vendor_id, b.id, 'pickup', 100, 0, 100, 'cash', 20, now(), now(), now() from person p, branch b returning id, customer_id),
  payment as (insert into public.payments (purpose, order_id, customer_id, amount_minor) select 'order', id, customer_id, 100 from placed returning id),
  saga as (insert into public.sagas (kind, subject_id, step) select 'card_payment', id, 'create' from payment returning id),
  moved as (insert into public.ledger_transfers (kind, reference_id, order_id) select 'settlement', id, id from placed returning id),
  event as (insert into public.events (stream_type, stream_id, version, type, actor_role, changes) select 'order', id, 100, 'order.created', 'customer', to_jsonb(placed) from placed returning id),
  day as (insert into public.branch_days select 1, id, now(), 1, 0, 0, 0, 0, 0, 0 from branch returning branch_id),
  month as (insert into public.wallet_months select 1, id, now(), 1, 0, 1 from person returning wallet_id),
  told as (
    insert into public.notifications (user_id, kind, audience, event_id, in_app, data) select id, 'refund', 'customer', 1, true, '{}' from person
    returning id, user_id),
  mailed as (insert into public.notification_deliveries (notification_id, channel, due_at) select id, 'email', now() from told returning notification_id),
  quiet as (insert into public.notification_settings (user_id) select t.user_id from told t, mailed returning user_id),
  trail as (insert into public.courier_locations (courier_id, order_id, lat, lng) select c.id, o.id, 41, 29 from courier c, placed o, saga, moved, quiet, event, day, month returning id)
  insert into public.addresses (user_id, label, text, lat, lng, neighborhood_id)
  select p.id, 'Ev', 'Cadde 1', 41, 29, n.id from person p, neighborhood n, trail`;

it("every migration has a rollback, every rollback a migration, and each migration names its own", () => {
  expect(filesIn("rollbacks")).toEqual(migrations);
  for (const file of migrations) {
    expect(read("migrations", file)).toContain(`-- Back:  supabase/rollbacks/${file}\n`);
  }
});

it("each rollback leaves the catalog as it was before its migration, and undone twice is undone once", async () => {
  const before: string[][] = [];
  for (const file of migrations) {
    before.push(await catalog());
    await up(file);
  }
  const complete = await catalog();
  await fill();
  for (const [step, file] of [...migrations.entries()].reverse()) {
    await down(file);
    expect(await changesSince(before[step]), file).toEqual(NONE);
    await down(file);
    expect(await changesSince(before[step]), `${file} a second time`).toEqual(NONE);
    // What the tables still hold does not stop the migration from being applied again.
    await up(file);
    expect(await changesSince(before[step + 1] ?? complete), `${file} again`).toEqual(NONE);
    await down(file);
  }
  for (const file of migrations) await up(file);
  expect(await changesSince(complete)).toEqual(NONE);
  for (const file of migrations.toReversed()) await down(file);
  expect(await changesSince(before[0])).toEqual(NONE);
});

it("one step back as an operator takes it, then the push applies that step again", async () => {
  await push();
  const complete = await catalog();
  await down(newest);
  expect(await changesSince(complete)).not.toEqual(NONE);
  repair(versionOf(newest));
  expect(await recorded()).toEqual(migrations.slice(0, -1).map(versionOf));
  await push();
  expect(await changesSince(complete)).toEqual(NONE);
  expect(await recorded()).toEqual(migrations.map(versionOf));
});

/** Pushes with the CLI, which decides by its own record what is new. */
async function push(): Promise<void> {
  const dataDir = join(root, "push");
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir);
  await migrate({ databaseUrl: databaseUrlOf(PORT), workdir: PROJECT, dataDir, log: () => {} });
}

function repair(version: string): void {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve("supabase/package.json")),
    "dist",
    "supabase.js",
  );
  const url = `${databaseUrlOf(PORT)}?sslmode=disable`;
  execFileSync(
    process.execPath,
    [cli, "migration", "repair", "--status", "reverted", version, "--db-url", url, "--workdir", PROJECT],
    {
      env: { ...process.env, SUPABASE_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" },
      stdio: "pipe",
    },
  );
}

async function recorded(): Promise<string[]> {
  const rows = await sql<{ version: string }[]>`
    select version from supabase_migrations.schema_migrations order by version`;
  return rows.map(({ version }) => version);
}
