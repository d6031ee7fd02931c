// The only place that makes Supabase clients. A client acts as one caller: row-level security sees that caller's token.
import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import type { Database as Schema } from "./database.types";
import { env } from "./env";
import { ApiError, fromDatabase } from "./errors";
import { count } from "./metrics";
import { fused, Unanswered } from "./resilience";
import { traced } from "./tracing";

type Functions = Schema["public"]["Functions"];

/** A database as one caller sees it. */
export type Database = {
  /**
   * Calls one SQL function in one round trip and returns what it returns, unparsed.
   * @throws ApiError as the function raised it; UNAVAILABLE when the database cannot be reached or gives no answer in ten seconds.
   */
  call: <Name extends keyof Functions & string>(
    name: Name,
    ...args: Functions[Name]["Args"] extends Record<PropertyKey, never>
      ? []
      : Record<PropertyKey, never> extends Functions[Name]["Args"]
        ? [Functions[Name]["Args"]?]
        : [Functions[Name]["Args"]]
  ) => Promise<unknown>;
};

/**
 * The database as the bearer of `token` (null: a stranger) sees it. `requestId` is written into the events it causes.
 * @param view an operator's look at somebody's account: the database is that person's then, and read-only
 */
export function databaseAs(token: string | null, requestId: string, view: string | null = null): Database {
  return caller("NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY", requestId, token, view);
}

/** The database with the service's own rights, for jobs. */
export function databaseAsService(requestId: string): Database {
  return caller("SUPABASE_SECRET_KEY", requestId, null);
}

/** The auth server, for one exchange: nothing is kept in the process. Without an answer in ten seconds it has failed, with a status of 500 or more. */
export function authServer() {
  return createClient<Schema>(env().NEXT_PUBLIC_SUPABASE_URL, env().NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY, {
    auth: STATELESS,
    global: { fetch: authFetch },
  }).auth;
}

const STATELESS = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false };

// Longer than Postgres lets a statement run (8 s): who is told "unavailable" should not find out that it was done, unless the answer was
// lost. Shorter than a browser's patience (15 s).
const ANSWER_MS = 10_000;

// Until the body has been read, which the client's own time limit does not cover. Nothing is asked again: a call may have been done, and who
// waits has had enough of waiting; an Idempotency-Key makes the caller's own repeat harmless.
const databaseFetch: typeof fetch = (input, init) =>
  fetch(input, { ...init, signal: AbortSignal.timeout(ANSWER_MS) });

// Of a server that is away (500 to 530, or no answer) the client would ask again for half a minute; of one with this status it does not.
const AUTH_IS_AWAY = 599;
const authFetch: typeof fetch = (input, init) =>
  fetch(input, { ...init, signal: AbortSignal.timeout(ANSWER_MS) })
    .then((response) => (response.status >= 500 ? null : response))
    .catch(() => null)
    .then((response) => response ?? Response.json({}, { status: AUTH_IS_AWAY }));

// Postgres undid the transaction because of another one's: asked again, it does the whole work anew.
const LOST_A_RACE = new Set(["40001", "40P01"]); // serialization_failure, deadlock_detected
const RETRIES = 3;
const RETRY_BASE_MS = 20;

type Key = "NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY" | "SUPABASE_SECRET_KEY";
const clients = new Map<Key, SupabaseClient<Schema>>();

// Making a client costs a millisecond, so there is one a key; who calls is a header of each call.
function clientFor(key: Key): SupabaseClient<Schema> {
  let client = clients.get(key);
  if (!client) {
    client = createClient<Schema>(env().NEXT_PUBLIC_SUPABASE_URL, env()[key], {
      auth: STATELESS,
      global: { fetch: databaseFetch },
    });
    clients.set(key, client);
  }
  return client;
}

// Postgres and its API together. A statement that was refused or took too long is an answer; none at all is an outage.
const whileUp = fused("database", ({ status }: { status: number }) => status === 0);

function refused(cause: unknown): never {
  throw cause instanceof Unanswered
    ? new ApiError("UNAVAILABLE", "The service is busy. Try again in a few seconds.")
    : cause;
}

function caller(key: Key, requestId: string, token: string | null, view: string | null = null): Database {
  return {
    async call(name, ...[args]) {
      for (let tries = 0; ; tries++) {
        const request = clientFor(key).rpc(name, args).setHeader("X-Request-Id", requestId);
        if (token) {
          request.setHeader("Authorization", `Bearer ${token}`);
        }
        if (view) {
          request.setHeader("X-View-As", view);
        }
        const { data, error, status } = await traced(`db ${name}`, { "kapgel.function": name }, () =>
          whileUp(async () => await request).catch(refused),
        );
        if (!error) {
          return data;
        }
        if (!LOST_A_RACE.has(error.code) || tries === RETRIES) {
          throw fromDatabase(error, status);
        }
        count("kapgel_database_retries_total", { function: name, sqlstate: error.code });
        await sleep(RETRY_BASE_MS * 2 ** tries * (0.5 + Math.random()));
      }
    },
  };
}
