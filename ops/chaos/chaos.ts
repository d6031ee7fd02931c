// An evening on which everything fails: orders stream in while workers, the web server and the scheduler are killed at random, Postgres
// crashes once, and the mail server refuses and hangs. Afterwards every event must have had its effects. `npm test` runs a small one,
// `npm run bench` the whole.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import type { Child } from "../../dev/children.ts";
import { startCron } from "../../dev/cron.ts";
import { firstPage, startNext } from "../../dev/next.ts";
import { type Stack, startStack } from "../../dev/stack.ts";
import { startWorker } from "../../dev/worker.ts";
import { send } from "../bench/load.ts";
import { orderShots, signIn } from "../bench/shop.ts";
import { type Findings, findings } from "./findings.ts";

export type Evening = {
  orders: number;
  /** Ports are counted from here. */
  portBase: number;
  /** Orders that stream in at once. */
  callers: number;
  /** Milliseconds between two kills, from and to. */
  killEvery: readonly [number, number];
  seed: number;
  log?: (line: string) => void;
};
export type Report = Findings & { kills: Record<string, number>; seconds: number; drainSeconds: number };

const POISONED = 5;
const QUIET_MS = 240_000;
const MAIL_FAULTS = { fail: 0.3, hang: 0.05 };

/** Runs the evening on a town of its own; the app must have been built (NEXT_DIST_DIR). */
export async function chaos({
  orders,
  portBase,
  callers,
  killEvery,
  seed,
  log = () => {},
}: Evening): Promise<Report> {
  const random = randomFrom(seed);
  const dataDir = mkdtempSync(join(tmpdir(), "kapgel-chaos-"));
  const stack = await startStack({ portBase, dataDir, log });
  const sql = postgres(stack.databaseUrl, { max: 4, onnotice: () => {} });
  const base = `http://127.0.0.1:${portBase + 10}`;
  const env = {
    ...process.env,
    ...stack.env,
    APP_URL: base,
    NODE_ENV: "production" as const,
    RATE_LIMIT_BACKEND: "disabled",
    NEXT_DIST_DIR: ".next-test",
    KAPGEL_CRASH_AT: undefined,
  };
  const kills: Record<string, number> = { web: 0, worker: 0, cron: 0, postgres: 0 };
  const web = () => startNext(["start", "--port", String(portBase + 10)], env);
  let stopCron = startCron(base, stack.env.CRON_SECRET ?? "");
  const processes: { name: "web" | "worker"; start: () => Promise<Child>; child: Child }[] = [];
  const started = performance.now();
  try {
    processes.push({ name: "web", start: web, child: await web() });
    for (let n = 0; n < 2; n++) {
      processes.push({ name: "worker", start: () => startWorker(env), child: await startWorker(env) });
    }
    await firstPage(`${base}/api/health/ready`);
    await prepare(sql);
    const mail = await watchInbox(stack);
    const poisoned = await poison(sql);
    await fetch(`http://127.0.0.1:${stack.ports.smtp}/faults`, {
      method: "POST",
      body: JSON.stringify(MAIL_FAULTS),
    });

    let isOver = false;
    const trouble = (async () => {
      while (!isOver) {
        await sleep(killEvery[0] + random() * (killEvery[1] - killEvery[0]));
        const victim = Math.floor(random() * (processes.length + 1));
        const process = processes[victim];
        if (process) {
          kill(process.child);
          process.child = await process.start();
        } else {
          stopCron();
          await sleep(500);
          stopCron = startCron(base, stack.env.CRON_SECRET ?? "");
        }
        kills[process?.name ?? "cron"] = (kills[process?.name ?? "cron"] ?? 0) + 1;
      }
    })();
    const crash = (async () => {
      while (!isOver && (await placed(sql)) < orders / 2) await sleep(100);
      crashPostgres(await backend(sql));
      kills.postgres = 1;
    })();
    await stream(base, sql, orders, callers);
    isOver = true;
    await Promise.all([trouble, crash]);

    log("The orders are through; what they caused goes on.");
    const drainStarted = performance.now();
    await quiet(sql);
    const drainSeconds = (performance.now() - drainStarted) / 1000;
    const found = await findings(sql, { orders, poisoned, mailed: await mail.stop() });
    return { ...found, kills, seconds: (performance.now() - started) / 1000, drainSeconds };
  } finally {
    stopCron();
    for (const { child } of processes) await child.stop();
    await sql.end({ timeout: 1 });
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

// Retries come at once rather than in minutes, and a dead worker is noticed in seconds: the evening is short.
async function prepare(sql: Sql): Promise<void> {
  await sql`update consumers set first_retry = '200 milliseconds', lease = '12 seconds'`;
}

/** Events that no consumer can handle, until somebody deploys one. */
async function poison(sql: Sql): Promise<string[]> {
  await sql`insert into consumers (name, event_types, first_retry) values ('chaos', '{chaos.poisoned}', '200 milliseconds')`;
  await sql`select app.emit('chaos.poisoned', 'chaos', gen_random_uuid()) from generate_series(1, ${POISONED})`;
  return (await sql`select id::text from outbox_events where type = 'chaos.poisoned'`).map((row) => row.id);
}

/** Places the orders, confirms them and takes every third one to its end, whoever dies meanwhile: each step is asked until it is answered. */
async function stream(base: string, sql: Sql, orders: number, callers: number): Promise<void> {
  const [customer, vendor] = await Promise.all(
    ["customer", "vendor"].map((name) => persistently(() => signIn(base, `${name}@kapgel.test`))),
  );
  const uncounted = async (ids: string[]) => {
    const counted =
      await sql`select product_id from branch_stock where stock_policy = 'counted' or not available`;
    return ids.filter((id) => !counted.some((row) => row.product_id === id));
  };
  const shots = await persistently(() => orderShots(base, [customer ?? ""], uncounted));
  let next = 0;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (next < orders) {
        const turn = next++;
        const shot = shots(0);
        const order = { ...shot, body: { ...(shot.body as object), type: "pickup", address: undefined } };
        const id = await persistently(async () => {
          const { status, body } = await send(base, order);
          if (status !== 201) throw new Error(`an order answered ${status}: ${body}`);
          return (JSON.parse(body) as { id: string }).id;
        });
        // All are confirmed: what is not would be rejected by the clock, some time after the evening.
        for (const to of turn % 3 === 0 ? ["CONFIRMED", "PREPARING", "READY", "DELIVERED"] : ["CONFIRMED"]) {
          await persistently(async () => {
            const { status, body } = await send(base, {
              method: "POST",
              path: `/api/orders/${id}/transitions`,
              headers: { Authorization: `Bearer ${vendor}` },
              body: { to },
            });
            // The answer of an attempt that did it may have been lost with the server.
            const isThere =
              (JSON.parse(body) as { details?: { current?: { status: string } } }).details?.current
                ?.status === to;
            if (status !== 200 && !isThere) throw new Error(`moving to ${to} answered ${status}: ${body}`);
          });
        }
      }
    }),
  );
}

async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries > 300) throw error;
      await sleep(100);
    }
  }
}

async function placed(sql: Sql): Promise<number> {
  const [row] = await sql`select count(*)::int as n from orders`.catch(() => [{ n: 0 }]);
  return row?.n ?? 0;
}

async function backend(sql: Sql): Promise<number> {
  const [row] = await sql`select pg_backend_pid() as pid`;
  return row?.pid;
}

/** A backend that dies by SIGKILL takes the whole server down with it: every connection is cut and the log is replayed. */
function crashPostgres(pid: number): void {
  process.kill(pid, "SIGKILL");
}

function kill(child: Child): void {
  process.kill(child.pid, "SIGKILL");
}

/** Until nothing is due any more. */
async function quiet(sql: Sql): Promise<void> {
  for (const deadline = Date.now() + QUIET_MS; Date.now() < deadline; await sleep(250)) {
    const [row] = await sql`select
      (select count(*) from outbox_events where published_at is null and due_at <= now())::int as waiting,
      (select count(*) from jobs where state <> 'dead')::int as open`.catch(() => [{ waiting: 1, open: 1 }]);
    if (row?.waiting === 0 && row.open === 0) return;
  }
}

/** Remembers the Message-ID of every mail that is caught; the catcher itself keeps the newest only. */
async function watchInbox(stack: Stack): Promise<{ stop: () => Promise<string[]> }> {
  const seen: string[] = [];
  const known = new Set<string>();
  let isOver = false;
  const look = async () => {
    const answer = await fetch(`http://127.0.0.1:${stack.ports.smtp}/messages`);
    for (const { id, message_id } of ((await answer.json()) as { data: { id: string; message_id: string }[] })
      .data) {
      if (!known.has(id)) seen.push(message_id);
      known.add(id);
    }
  };
  const watching = (async () => {
    for (; !isOver; await sleep(300)) await look();
  })();
  return {
    stop: async () => {
      isOver = true;
      await watching;
      await look();
      return seen;
    },
  };
}

// Mulberry32: the same evening again for the same seed.
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
