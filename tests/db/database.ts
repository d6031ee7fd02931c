// The boundary of the database tests: connections, and speaking as somebody. Every call is its own transaction.
import postgres, { type TransactionSql } from "postgres";

const url = process.env.DATABASE_URL;
if (!url) {
  throw new Error("DATABASE_URL is not set: run these tests with `npm run test:db`.");
}
/** A time written as text is sent as it is: postgres.js would cut it to whole milliseconds. */
const date = {
  to: 1184,
  from: [1082, 1114, 1184],
  serialize: (time: unknown) => (time instanceof Date ? time.toISOString() : time),
  parse: (text: string) => new Date(text),
};
export const sql = postgres(url, { max: 24, onnotice: () => {}, types: { date } });

/** A signed-in user's id, null for a stranger, or the service that runs jobs. */
export type Actor = string | null;
export const SERVICE = "service_role";

class Undone extends Error {}

/** Runs statements as somebody in one transaction, with row-level security as in production. */
export async function as<T>(actor: Actor, work: (transaction: TransactionSql) => Promise<T>): Promise<T> {
  const role = actor === null ? "anon" : actor === SERVICE ? SERVICE : "authenticated";
  const claims = role === "authenticated" ? JSON.stringify({ sub: actor, role }) : "";
  return sql.begin(async (transaction) => {
    await transaction`select set_config('role', ${role}, true), set_config('request.jwt.claims', ${claims}, true)`;
    return work(transaction);
  }) as Promise<T>;
}

/** As `as`, and undoes everything afterwards: for asking what would happen. */
export async function rehearse<T>(
  actor: Actor,
  work: (transaction: TransactionSql) => Promise<T>,
): Promise<T> {
  const results: T[] = [];
  await as(actor, async (transaction) => {
    results.push(await work(transaction));
    throw new Undone();
  }).catch((error) => {
    if (!(error instanceof Undone)) throw error;
  });
  return results[0] as T;
}

/** Calls a function of `public` by named arguments inside a transaction. */
export async function invoke<T = unknown>(
  transaction: TransactionSql,
  name: string,
  args: Record<string, unknown> = {},
): Promise<T> {
  const named = Object.keys(args).map((key, index) => `${key} => $${index + 1}`);
  const [row] = await transaction.unsafe(
    `select public.${name}(${named.join(", ")}) as result`,
    Object.values(args) as never[],
  );
  return row?.result as T;
}

/** Calls a function of `public` as somebody, in a transaction of its own. */
export async function call<T = unknown>(
  actor: Actor,
  name: string,
  args: Record<string, unknown> = {},
): Promise<T> {
  return as(actor, (transaction) => invoke<T>(transaction, name, args));
}

export type Refusal = { status: string; code: string; details: Record<string, unknown> };

/** How a call was refused: HTTP status, machine code and details, as PostgREST would answer it. */
export async function refusal(promise: Promise<unknown>): Promise<Refusal> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof postgres.PostgresError) {
      return {
        status: error.code.replace("PT", ""),
        code: error.hint ?? "",
        details: error.code.startsWith("PT") ? JSON.parse(error.detail ?? "{}") : {},
      };
    }
    throw error;
  }
  throw new Error("The call was accepted.");
}

/** How a call ended in one word: "ok", the machine code it was refused with, or the SQLSTATE of a failure nobody planned. */
export async function outcome(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return "ok";
  } catch (error) {
    if (error instanceof postgres.PostgresError) {
      return error.code.startsWith("PT") ? (error.hint ?? "") : error.code;
    }
    throw error;
  }
}

/** Until so many of this database's sessions wait for a lock, or for `patienceMs` where a wait is not certain. */
export async function waiting(sessions: number, patienceMs = 10_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const [row] =
      await sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (row?.n >= sessions) return;
    await new Promise((done) => setTimeout(done, 10));
  }
}
