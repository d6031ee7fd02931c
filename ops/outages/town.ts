// A town to take things away from: a stack, a server of the app whose every dependency stands behind a door, and people with credit.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { startCron } from "../../dev/cron.ts";
import { firstPage, startNext } from "../../dev/next.ts";
import { startStack } from "../../dev/stack.ts";
import { ask } from "./ask.ts";
import type { Dependency } from "./expectations.ts";
import { postgresDoor } from "./postgres.ts";
import { Door, httpProxy, type Mode, tcpProxy } from "./proxy.ts";
import { type Stripe, startStripe } from "./stripe.ts";

const PEOPLE = 48; // so many that nobody pays more often than a person may
const CREDIT_MINOR = 1_000_000;
const PASSWORD = "kapgel-demo";

export type Person = { id: string; email: string; token: string };
export type Town = {
  base: string;
  sql: Sql;
  stripe: Stripe;
  /** Where caught e-mails are listed. */
  inbox: string;
  /** Absent where this machine has none of it. */
  doors: Record<Dependency, { set: (mode: Mode) => Promise<void> | void } | undefined>;
  people: Person[];
  vendor: string;
  close: () => Promise<void>;
};

/** Builds one on ports from `portBase`. The app must have been built (NEXT_DIST_DIR). */
export async function startTown(portBase: number): Promise<Town> {
  const undo: (() => unknown)[] = [];
  const close = async () => {
    for (const step of undo.reverse()) await step();
  };
  try {
    const dataDir = mkdtempSync(join(tmpdir(), "kapgel-outages-"));
    undo.push(() => rmSync(dataDir, { recursive: true, force: true }));
    const stack = await startStack({ portBase, dataDir });
    const database = postgresDoor(dataDir, stack.ports.postgres);
    undo.push(() => database.close());
    undo.push(() => stack.stop());
    undo.push(() => database.set("pass"));
    const stripe = await startStripe();
    undo.push(stripe.close);

    const doors = {
      REST: new Door(),
      Auth: new Door(),
      Realtime: new Door(),
      Redis: new Door(),
      SMTP: new Door(),
      payments: new Door(),
    };
    const supabase = await httpProxy(stack.ports.gateway, (path) =>
      path.startsWith("/auth/") ? doors.Auth : path.startsWith("/realtime/") ? doors.Realtime : doors.REST,
    );
    const [upstash, mail, provider] = await Promise.all([
      tcpProxy(stack.ports.upstash, doors.Redis),
      tcpProxy(stack.ports.smtp, doors.SMTP),
      tcpProxy(stripe.port, doors.payments),
    ]);
    undo.push(() => {
      for (const proxy of [supabase, upstash, mail, provider]) proxy.close();
    });
    const at = (port: number) => `http://127.0.0.1:${port}`;
    const hasRedis = stack.env.UPSTASH_REDIS_REST_URL !== undefined;
    const base = at(portBase + 10);
    const server = await startNext(["start", "--port", String(portBase + 10)], {
      ...process.env,
      ...stack.env,
      NODE_ENV: "production",
      APP_URL: base,
      LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
      NEXT_DIST_DIR: process.env.NEXT_DIST_DIR ?? ".next-test",
      NEXT_PUBLIC_SUPABASE_URL: at(supabase.port),
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      PAYMENT_PROVIDER: "stripe",
      STRIPE_SECRET_KEY: "sk_test_outages",
      STRIPE_WEBHOOK_SECRET: "whsec_outages",
      NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: "pk_test_outages",
      STRIPE_API_URL: at(provider.port),
      ...(hasRedis ? { UPSTASH_REDIS_REST_URL: at(upstash.port), RATE_LIMIT_BACKEND: "redis" } : {}),
      TRUSTED_PROXIES: "1", // everybody who asks comes from an address of their own
    });
    undo.push(() => server.stop());
    if (!(await firstPage(`${base}/api/health/ready`))) throw new Error("The app did not come up.");
    undo.push(startCron(base, stack.env.CRON_SECRET ?? ""));

    const sql = postgres(stack.databaseUrl, { max: 2, onnotice: () => {} });
    undo.push(() => sql.end({ timeout: 1 }));
    return {
      base,
      sql,
      stripe,
      inbox: at(stack.ports.inbox),
      doors: { ...doors, Postgres: database, Redis: hasRedis ? doors.Redis : undefined },
      people: await newPeople(base, sql),
      vendor: await signIn(base, "vendor@kapgel.test"),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** An access token, asked for from an address of its own. */
async function signIn(base: string, email: string): Promise<string> {
  const { body, answer } = await ask(base, {
    method: "POST",
    path: "/api/auth/sign-in",
    body: { email, password: PASSWORD },
  });
  if (answer !== "200") throw new Error(`signing in as ${email} answered ${answer}`);
  return (body as { access_token: string }).access_token;
}

async function newPeople(base: string, sql: Sql): Promise<Person[]> {
  const people: Person[] = [];
  for (let n = 0; n < PEOPLE; n++) {
    const email = `outage-${randomUUID()}@test.invalid`;
    const [row] = await sql`select app.create_account(${email}, ${PASSWORD}, 'Outage Person') as id`;
    await sql`select app.post_transfer('adjustment', gen_random_uuid(), array[app.account('adjustments'), app.account('wallet', ${row?.id})],
      array[${-CREDIT_MINOR}::bigint, ${CREDIT_MINOR}::bigint])`;
    people.push({ id: row?.id, email, token: await signIn(base, email) });
  }
  return people;
}
