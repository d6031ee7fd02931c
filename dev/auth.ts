// The auth server and Storage: @supabase/lite's stand-ins for them. Where PostgREST has no binary it also answers /rest/v1.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { App, getStorageSchemaSql, setExperimental } from "@supabase/lite";
import { createPostgresConnection } from "@supabase/lite/postgres";
import type { Sql } from "postgres";
import { fileStore } from "./file-store.ts";
import { JWT_SECRET, PUBLISHABLE_KEY, SECRET_KEY } from "./keys.ts";

const TOKEN_LIFETIME_S = 3600;
const REFRESH_GRACE_MS = 10_000;

export type FetchHandler = (request: Request) => Promise<Response>;

/**
 * Prepares the schemas `auth` and `storage` and returns the server's fetch handler. Accounts need no confirmation.
 * @param filesDir where Storage keeps its files
 */
export async function createAuth(
  databaseUrl: string,
  sql: Sql,
  filesDir: string,
): Promise<{ handle: FetchHandler; close(): Promise<void> }> {
  const connection = createPostgresConnection({
    url: databaseUrl,
    postgresOptions: {
      onnotice: () => {},
      // lite hands over JSON that is already text; without this the driver would encode it a second time.
      types: { json: jsonType(114), jsonb: jsonType(3802) },
    },
  });
  // lite would give every right on every table to everybody before its first query as somebody; the migrations say who has which.
  Object.assign(connection, { rlsState: "active" });
  const app = new App({
    connection,
    api: { max_rows: 1000 },
    auth: {
      enabled: true,
      enable_signup: true,
      email: { enable_confirmations: false },
      jwt_secret: JWT_SECRET,
      jwt_expiry: TOKEN_LIFETIME_S,
      publishable_key: PUBLISHABLE_KEY,
      secret_key: SECRET_KEY,
    },
    storage: { enabled: true },
  });
  app._storageAdapter = fileStore(filesDir);
  await app.init();
  setExperimental("storage", true); // not before: init() would warn of using it in production
  await app.ensureSystemSchema({ force: true });
  await sql.unsafe(getStorageSchemaSql());
  await sql.unsafe(readFileSync(join(import.meta.dirname, "auth-repairs.sql"), "utf8"));
  return {
    handle: onceARefreshToken(
      notAtOnce(oneAfterTheOther(async (request) => app.fetch(request, { peerAddress: "127.0.0.1" }))),
    ),
    close: () => connection.close(),
  };
}

/**
 * Several tabs, or a retry after a lost answer, may refresh with one token. As on hosted, for ten seconds each gets the
 * same new session; lite would take the second try for a theft and end the session.
 */
function onceARefreshToken(handle: FetchHandler): FetchHandler {
  const answers = new Map<string, Promise<Response>>();
  return async (request) => {
    if (!request.url.includes("/auth/v1/token?grant_type=refresh_token")) return handle(request);
    const body = await request.text();
    let answer = answers.get(body);
    if (!answer) {
      answer = handle(new Request(request, { body }));
      answers.set(body, answer);
      setTimeout(() => answers.delete(body), REFRESH_GRACE_MS).unref();
    }
    return (await answer).clone();
  };
}

/**
 * Whoever signs in while they sign out everywhere is signed in before or after that, as on hosted, where each is one transaction. lite would
 * answer the sign-in 500: its session gone before its token is there.
 */
function notAtOnce(handle: FetchHandler): FetchHandler {
  const signIns = new Set<Promise<unknown>>();
  let lastEnd: Promise<unknown> = Promise.resolve();
  return async (request) => {
    const { pathname } = new URL(request.url);
    const ends = pathname === "/auth/v1/logout";
    if (!ends && pathname !== "/auth/v1/token" && pathname !== "/auth/v1/signup") return handle(request);
    const before = ends ? [lastEnd, ...signIns] : [lastEnd]; // each waits for what came earlier, so nobody waits for ever
    const answer = Promise.allSettled(before).then(() => handle(request));
    if (ends) lastEnd = answer;
    else signIns.add(answer);
    return answer.finally(() => signIns.delete(answer));
  };
}

/** Files that are sent at once under one name: as on hosted the first is kept, and the others hear so. lite would answer them 500. */
function oneAfterTheOther(handle: FetchHandler): FetchHandler {
  const last = new Map<string, Promise<unknown>>();
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (request.method !== "POST" || !pathname.startsWith("/storage/v1/object/")) return handle(request);
    const before = last.get(pathname);
    const answer = (async () => {
      await before?.catch(() => {});
      return handle(request);
    })();
    last.set(pathname, answer);
    return answer.finally(() => {
      if (last.get(pathname) === answer) last.delete(pathname);
    });
  };
}

function jsonType(oid: number) {
  const serialize = (value: unknown) => (isJson(value) ? value : JSON.stringify(value));
  return { to: oid, from: [oid], serialize, parse: JSON.parse };
}

function isJson(value: unknown): value is string {
  try {
    return typeof value === "string" && JSON.parse(value) !== undefined;
  } catch {
    return false;
  }
}
