// The only place that makes Supabase clients. A client acts as one caller: row-level security sees that caller's token.
import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import type { Database as Schema } from "./database.types";
import { env } from "./env";
import { fromDatabase } from "./errors";
import { count } from "./metrics";

type Functions = Schema["public"]["Functions"];

/** A database as one caller sees it. */
export type Database = {
  /**
   * Calls one SQL function in one round trip and returns what it returns, unparsed.
   * @throws ApiError as the function raised it; UNAVAILABLE when the database cannot be reached.
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

/** The database as the bearer of `token` (null: a stranger) sees it. `requestId` is written into the events it causes. */
export function databaseAs(token: string | null, requestId: string): Database {
  return caller("NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY", requestId, token);
}

/** The database with the service's own rights, for jobs. */
export function databaseAsService(requestId: string): Database {
  return caller("SUPABASE_SECRET_KEY", requestId, null);
}

/** The auth server, for one exchange: nothing is kept in the process. */
export function authServer() {
  return createClient<Schema>(env().NEXT_PUBLIC_SUPABASE_URL, env().NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  }).auth;
}

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
      auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    });
    clients.set(key, client);
  }
  return client;
}

function caller(key: Key, requestId: string, token: string | null): Database {
  return {
    async call(name, ...[args]) {
      for (let tries = 0; ; tries++) {
        const request = clientFor(key).rpc(name, args).setHeader("X-Request-Id", requestId);
        if (token) {
          request.setHeader("Authorization", `Bearer ${token}`);
        }
        const { data, error, status } = await request;
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
