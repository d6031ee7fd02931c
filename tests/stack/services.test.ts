// The local stand-in behaves as hosted Supabase does, seen through the client the app uses.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, type RealtimeChannel, type SupabaseClient } from "@supabase/supabase-js";
import { SignJWT } from "jose";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { JWT_SECRET } from "../../dev/keys.ts";
import { postgrestBinary } from "../../dev/postgrest.ts";
import { type Stack, startStack } from "../../dev/stack.ts";

const MIGRATION = `
create table public.notes (id int primary key, owner uuid not null, text text);
alter table public.notes enable row level security;
create policy "own notes" on public.notes for select to authenticated using (owner = (select auth.uid()));
create function public.kind(value jsonb) returns text language sql as $$ select jsonb_typeof(value) $$;
create function public.whoami() returns jsonb language sql stable as $$
  select jsonb_build_object('id', auth.uid(), 'role', auth.role(), 'email', auth.email(), 'user', current_user::text)
$$;
create function public.refuse() returns void language plpgsql as $$
begin
  raise exception using errcode = 'PT409', message = 'No.', hint = 'OUT_OF_STOCK', detail = '{"product_id": 1}';
end $$;
create policy "a user joins its own channel" on realtime.messages for select to authenticated
  using (realtime.topic() = 'user:' || (select auth.uid()));
`;

const root = mkdtempSync(join(tmpdir(), "kapgel-stack-"));
chmodSync(root, 0o711); // as root, Postgres runs as another user
const url = "http://127.0.0.1:26421";
let stack: Stack;
let sql: Sql;

const client = (key = "sb_publishable_local"): SupabaseClient =>
  createClient(url, key, { auth: { persistSession: false, autoRefreshToken: false } });

async function signedUp(
  email: string,
): Promise<{ supabase: SupabaseClient; id: string; token: string; refreshToken: string }> {
  const supabase = client();
  const { data, error } = await supabase.auth.signUp({
    email,
    password: "kapgel-demo",
    options: { data: { full_name: "Ayşe" } },
  });
  if (error || !data.session || !data.user) throw error ?? new Error("no session");
  return {
    supabase,
    id: data.user.id,
    token: data.session.access_token,
    refreshToken: data.session.refresh_token,
  };
}

const rest = (path: string, headers: Record<string, string>) => fetch(`${url}/rest/v1/${path}`, { headers });

beforeAll(async () => {
  mkdirSync(join(root, "project/supabase/migrations"), { recursive: true });
  writeFileSync(join(root, "project/supabase/migrations/20260101000000_notes.sql"), MIGRATION);
  stack = await startStack({ portBase: 26420, dataDir: join(root, "data"), workdir: join(root, "project") });
  sql = postgres(stack.databaseUrl, { max: 2, onnotice: () => {} });
}, 30_000);

afterAll(async () => {
  await sql?.end();
  await stack?.stop();
  rmSync(root, { recursive: true, force: true });
});

describe("auth", () => {
  it("signs up without confirmation, signs in, and issues hosted-like claims", async () => {
    const { id, token } = await signedUp("claims@kapgel.test");
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    expect(claims).toMatchObject({
      sub: id,
      role: "authenticated",
      aud: "authenticated",
      email: "claims@kapgel.test",
    });
    expect(claims.exp - claims.iat).toBe(3600);
    const { data } = await client().auth.signInWithPassword({
      email: "claims@kapgel.test",
      password: "kapgel-demo",
    });
    expect(data.user?.id).toBe(id);
    expect((await client().auth.getUser(token)).data.user?.email).toBe("claims@kapgel.test");
    const wrong = await client().auth.signInWithPassword({ email: "claims@kapgel.test", password: "wrong" });
    expect(wrong.error?.code).toBe("invalid_credentials");
  });

  it("accepts a user that SQL created", async () => {
    await sql`insert into auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data,
        raw_user_meta_data, created_at, updated_at, confirmation_token, recovery_token, email_change, email_change_token_new)
      values ('00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'authenticated', 'authenticated', 'sql@kapgel.test',
        extensions.crypt('kapgel-demo', extensions.gen_salt('bf', 10)), now(), '{"provider": "email", "providers": ["email"]}',
        '{}', now(), now(), '', '', '', '')`;
    await sql`insert into auth.identities (id, user_id, provider_id, provider, identity_data, last_sign_in_at, created_at, updated_at)
      select gen_random_uuid(), id, id::text, 'email', jsonb_build_object('sub', id, 'email', email), now(), now(), now()
      from auth.users where email = 'sql@kapgel.test'`;
    const { data, error } = await client().auth.signInWithPassword({
      email: "sql@kapgel.test",
      password: "kapgel-demo",
    });
    expect(error).toBeNull();
    expect(data.session?.access_token).toBeTruthy();
  });

  it("refreshes, also when two tabs refresh at once and when a lost answer is asked for again", async () => {
    const { refreshToken } = await signedUp("refresh@kapgel.test");
    const refresh = () => client().auth.refreshSession({ refresh_token: refreshToken });
    const answers = [...(await Promise.all([refresh(), refresh()])), await refresh()];
    expect(answers.map(({ error }) => error)).toEqual([null, null, null]);
    expect(answers.every(({ data }) => data.session && data.session.refresh_token !== refreshToken)).toBe(
      true,
    );
  });

  it("fails nobody's sign-in or refresh because the same person signs out everywhere", async () => {
    const account = { email: "everywhere@kapgel.test", password: "kapgel-demo" };
    const { token } = await signedUp(account.email);
    const ask = (path: string, body: object, bearer = "sb_publishable_local") =>
      fetch(`${url}/auth/v1/${path}`, {
        ...{ method: "POST", body: JSON.stringify(body) },
        headers: {
          apikey: "sb_publishable_local",
          Authorization: `Bearer ${bearer}`,
          "Content-Type": "application/json",
        },
      });
    const signIn = () => ask("token?grant_type=password", account);
    const sessions = (await Promise.all(Array.from({ length: 8 }, async () => (await signIn()).json()))) as {
      refresh_token: string;
    }[];
    const answers = await Promise.all([
      ...sessions.map(({ refresh_token }) => ask("token?grant_type=refresh_token", { refresh_token })),
      signIn(),
      ask("logout?scope=global", {}, token),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
  });

  it("stores metadata as objects", async () => {
    await signedUp("metadata@kapgel.test");
    const [user] =
      await sql`select raw_user_meta_data ->> 'full_name' as name, instance_id from auth.users where email = 'metadata@kapgel.test'`;
    expect(user).toEqual({ name: "Ayşe", instance_id: "00000000-0000-0000-0000-000000000000" });
  });
});

describe("REST", () => {
  it("hands a jsonb argument over as it is", async () => {
    expect((await client().rpc("kind", { value: { a: [1] } })).data).toBe("object");
    expect((await client().rpc("kind", { value: [1] })).data).toBe("array");
  });

  it("runs as the user, as a stranger, or as the service", async () => {
    const { supabase, id } = await signedUp("whoami@kapgel.test");
    const expected = { id, role: "authenticated", email: "whoami@kapgel.test", user: "authenticated" };
    expect((await supabase.rpc("whoami")).data).toEqual(expected);
    expect((await client().rpc("whoami")).data).toMatchObject({ id: null, user: "anon" });
    expect((await client("sb_secret_local").rpc("whoami")).data).toMatchObject({
      id: null,
      user: "service_role",
    });
  });

  it("shows rows under row-level security", async () => {
    const { supabase, id } = await signedUp("rows@kapgel.test");
    await sql`insert into public.notes values (1, ${id}, 'mine'), (2, gen_random_uuid(), 'not mine')`;
    expect((await supabase.from("notes").select("text")).data).toEqual([{ text: "mine" }]);
    expect((await client().from("notes").select("text")).data).toEqual([]);
  });

  it("passes a raised PT error on as its HTTP status", async () => {
    const { status, error } = await client().rpc("refuse");
    expect(status).toBe(409);
    expect(error).toMatchObject({ message: "No.", hint: "OUT_OF_STOCK", details: '{"product_id": 1}' });
  });

  it("answers 401 to an unknown API key, a missing one, and a garbage, forged or expired token", async () => {
    const forged = (secret: string, exp: number) =>
      new SignJWT({ role: "service_role", exp })
        .setProtectedHeader({ alg: "HS256" })
        .sign(new TextEncoder().encode(secret));
    const later = Math.floor(Date.now() / 1000) + 3600;
    const tokens = ["garbage", await forged("x".repeat(40), later), await forged(JWT_SECRET, later - 7200)];
    const statuses = await Promise.all([
      rest("notes", { apikey: "sb_publishable_other" }),
      rest("notes", {}),
      ...tokens.map((token) =>
        rest("notes", { apikey: "sb_publishable_local", authorization: `Bearer ${token}` }),
      ),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
  });

  // lite reads the schema once
  it.skipIf(postgrestBinary() === null)("sees a function created while it runs", async () => {
    await sql.unsafe("create function public.late() returns int language sql as 'select 7'");
    await expect.poll(async () => (await client().rpc("late")).data, { timeout: 3_000 }).toBe(7);
  });
});

describe("realtime", () => {
  const joined = (channel: RealtimeChannel) =>
    new Promise<string>((resolve) => {
      channel.subscribe((status) => status !== "CLOSED" && resolve(status));
    });

  it("carries a message from SQL to a member of a private channel, and lets nobody else in", async () => {
    const { supabase, id, token } = await signedUp("member@kapgel.test");
    const stranger = await signedUp("stranger@kapgel.test");
    await supabase.realtime.setAuth(token);
    await stranger.supabase.realtime.setAuth(stranger.token);
    const channel = supabase.channel(`user:${id}`, { config: { private: true } });
    const received = new Promise((resolve) =>
      channel.on("broadcast", { event: "notification.created" }, resolve),
    );
    expect(await joined(channel)).toBe("SUBSCRIBED");
    expect(await joined(stranger.supabase.channel(`user:${id}`, { config: { private: true } }))).toBe(
      "CHANNEL_ERROR",
    );
    expect(await joined(client().channel(`user:${id}`, { config: { private: true } }))).toBe("CHANNEL_ERROR");
    await sql`select realtime.send('{"order_id": "o"}'::jsonb, 'notification.created', ${`user:${id}`}, true)`;
    expect(await received).toMatchObject({ event: "notification.created", payload: { order_id: "o" } });
    await Promise.all([supabase.realtime.disconnect(), stranger.supabase.realtime.disconnect()]);
  });

  it("sends nothing when the transaction rolls back", async () => {
    const { supabase, id, token } = await signedUp("rollback@kapgel.test");
    await supabase.realtime.setAuth(token);
    const seen: unknown[] = [];
    const channel = supabase.channel(`user:${id}`, { config: { private: true } });
    channel.on("broadcast", { event: "*" }, ({ event }) => seen.push(event));
    await joined(channel);
    await sql
      .begin(async (transaction) => {
        await transaction`select realtime.send('{}'::jsonb, 'undone', ${`user:${id}`}, true)`;
        throw new Error("undo");
      })
      .catch(() => {});
    await sql`select realtime.send('{}'::jsonb, 'done', ${`user:${id}`}, true)`;
    await expect.poll(() => seen).toEqual(["done"]);
    await supabase.realtime.disconnect();
  });

  it("lets clients broadcast on a public channel, and on a private one only where a policy allows it", async () => {
    const { supabase, id, token } = await signedUp("sender@kapgel.test");
    await supabase.realtime.setAuth(token);
    const listener = client();
    const heard = listener.channel("lobby");
    const received = new Promise((resolve) => heard.on("broadcast", { event: "hello" }, resolve));
    await joined(heard);
    const lobby = supabase.channel("lobby", { config: { broadcast: { ack: true } } });
    await joined(lobby);
    expect(await lobby.send({ type: "broadcast", event: "hello", payload: { n: 1 } })).toBe("ok");
    expect(await received).toMatchObject({ payload: { n: 1 } });
    const own = supabase.channel(`user:${id}`, { config: { private: true, broadcast: { ack: true } } });
    expect(await joined(own)).toBe("SUBSCRIBED");
    expect(await own.send({ type: "broadcast", event: "hello", payload: {} })).toBe("error");
    await Promise.all([supabase.realtime.disconnect(), listener.realtime.disconnect()]);
  });

  it("closes a channel whose token has expired", async () => {
    const { supabase, id } = await signedUp("expiry@kapgel.test");
    const brief = await new SignJWT({ role: "authenticated", sub: id })
      .setProtectedHeader({ alg: "HS256" })
      .setExpirationTime(Math.floor(Date.now() / 1000) + 2)
      .sign(new TextEncoder().encode(JWT_SECRET));
    await supabase.realtime.setAuth(brief);
    const reasons: unknown[] = [];
    const channel = supabase.channel(`user:${id}`, { config: { private: true } });
    channel.on("system", {}, ({ message }) => reasons.push(message));
    expect(await joined(channel)).toBe("SUBSCRIBED");
    await expect.poll(() => reasons, { timeout: 4_000 }).toContain("Token has expired");
    await supabase.realtime.disconnect();
  });
});
