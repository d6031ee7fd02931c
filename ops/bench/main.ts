// `npm run bench`: measures everything on ports of its own and prints each figure beside its target; `npm run bench -- evening` one part of it.
// evening: orders, also five times too many, reads and pages. wallets: credit. queue: events and their consumers. lighthouse: its verdict on a
// customer's first pages. smooth: the largest lists, and a visit by hand. layers: what each layer around a route costs. chaos: everything is
// killed.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { METRICS_TOKEN, PUBLISHABLE_KEY, SECRET_KEY } from "../../dev/keys.ts";
import { chaos } from "../chaos/chaos.ts";
import { commitToBrowser, firstLoadScripts } from "./browser.ts";
import { projectionRate, replayTimes } from "./events.ts";
import { priceOfLayers } from "./layers.ts";
import { CATEGORIES, lighthouse } from "./lighthouse.ts";
import { load, type Result, type Shot, send } from "./load.ts";
import { overload, p95 } from "./overload.ts";
import { quantile } from "./quantile.ts";
import { clear, priceOfConsumers, publishLatency, throughput } from "./queue.ts";
import { visitByHand } from "./session.ts";
import { demoBranch, orderShots, signIn } from "./shop.ts";
import { boardOf300, deskOf2000, fillMenu, menuOf2000, type Smooth } from "./smooth.ts";
import { statementsPerOrder } from "./statements.ts";
import { rich, transfers } from "./wallet.ts";

const PORT_BASE = 23320;
const BASE = `http://localhost:${PORT_BASE + 10}`;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
const ORDERS = 1000; // whose events the queue is measured with
const rows: { measure: string; figure: string; target: string }[] = [];
const add = (measure: string, figure: string, target = "") => rows.push({ measure, figure, target });
const ms = (value: number) => `${value.toFixed(1)} ms`;

const PARTS = {
  evening: () => inDemo(measureEvening),
  wallets: () => inDemo(measureWallets),
  queue: () => inDemo(measureQueue),
  lighthouse: () => inDemo(measurePages),
  smooth: () => inDemo(measureSmoothness),
  layers: measureLayers,
  chaos: measureChaos,
};
const only = process.argv[2];
if (only && !(only in PARTS))
  throw new Error(`Unknown part "${only}". Choose one of: ${Object.keys(PARTS).join(", ")}`);
let demo: ChildProcess;
for (const [part, measure] of Object.entries(PARTS)) {
  if (only && only !== part) continue;
  await measure().finally(show);
}

async function inDemo(use: () => Promise<void>) {
  const dataDir = mkdtempSync(join(tmpdir(), "kapgel-bench-"));
  demo = spawn(process.execPath, [join(import.meta.dirname, "..", "..", "dev", "main.ts"), "demo"], {
    env: {
      ...process.env,
      PORT: String(PORT_BASE + 10),
      STACK_PORT_BASE: String(PORT_BASE),
      KAPGEL_DATA_DIR: dataDir,
      NEXT_DIST_DIR: ".next-test",
      RATE_LIMIT_BACKEND: "disabled",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    await ready();
    await use();
  } finally {
    await stopped(demo);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function show() {
  console.log(
    `\n${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${new Date().toISOString()}`,
  );
  console.table(rows);
}

function database(): Sql {
  const url = `postgres://postgres:postgres@127.0.0.1:${PORT_BASE + 2}/postgres`;
  return postgres(url, { max: 2, onnotice: () => {} });
}

function uncountedOf(sql: Sql, branchId: string) {
  return async (ids: string[]) => {
    const counted = await sql`
      select product_id from public.branch_stock
      where branch_id = ${branchId} and (stock_policy = 'counted' or not available)`;
    return ids.filter((id) => !counted.some((row) => row.product_id === id));
  };
}

async function measureEvening() {
  const sql = database();
  const branch = await demoBranch(BASE);
  const [customer, customer2, vendor, courier, admin] = (await Promise.all(
    ["customer", "customer2", "vendor", "courier", "admin"].map((name) =>
      signIn(BASE, `${name}@kapgel.test`),
    ),
  )) as [string, string, string, string, string];

  const uncounted = uncountedOf(sql, branch.id);
  const shots = await orderShots(BASE, [customer, customer2], uncounted);
  await load(BASE, 8, 3, shots); // warm
  for (const concurrency of [1, 8, 16]) {
    const result = await load(BASE, concurrency, SECONDS, shots);
    const target = concurrency === 16 ? "≥ 120/s" : "";
    add(
      `orders, ${concurrency} at once`,
      `${result.perSecond.toFixed(0)}/s  p50 ${ms(result.p50)}  p95 ${ms(result.p95)}  failed ${result.failed}`,
      target,
    );
  }

  await measureOverload(shots, branch.id);
  const { calls, inside } = await statementsPerOrder(sql, async () => (await load(BASE, 4, 2, shots)).count);
  add("database calls per order", calls.toFixed(2), "1");
  add("statements inside that call", inside.toFixed(1));

  await clear(sql);

  const bare = await load(BASE, 16, SECONDS, () => ({ path: "/api/health/live" }));
  add("bare route", `${bare.perSecond.toFixed(0)}/s  p95 ${ms(bare.p95)}`);
  const reads = [
    ["menu", `/api/branches/${branch.id}/menu`],
    ["vendor list", `/api/vendors?lat=${branch.lat}&lng=${branch.lng}`],
  ] as const;
  for (const [name, path] of reads) {
    const result = await load(BASE, 16, SECONDS, () => ({ path }));
    add(
      `${name} reads`,
      `${result.perSecond.toFixed(0)}/s  p95 ${ms(result.p95)}`,
      `≥ 60 % of bare: ${((100 * result.perSecond) / bare.perSecond).toFixed(0)} %`,
    );
  }
  for (const [name, path] of reads) {
    let turn = 0;
    const result = await load(BASE, 8, SECONDS / 2, () => ({
      path: `${path}${path.includes("?") ? "&" : "?"}limit=${(turn++ % 50) + 1}&turn=${turn}`,
    }));
    add(`${name} reads past the cache`, `${result.perSecond.toFixed(0)}/s  p95 ${ms(result.p95)}`);
  }

  const latencies = await latency(shots, customer, vendor, courier);
  const at = (share: number) => quantile(latencies, share);
  add(
    "commit to the customer's screen",
    `p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  (${latencies.length} changes)`,
    "p95 ≤ 150 ms",
  );

  const cookie = (token: string) => `kapgel_access=${token}`;
  const order = JSON.parse(
    (await send(BASE, { path: "/api/orders?limit=1", headers: { Authorization: `Bearer ${customer}` } }))
      .body,
  ) as { data: { id: string }[] };
  const pages: [string, string | undefined][] = [
    ...["/", "/vendors", "/v/moda-lezzet", "/cart"].map((path): [string, undefined] => [path, undefined]),
    ...[
      ...["/checkout", "/orders", `/orders/${order.data[0]?.id}`, "/wallet"],
      ...["/account", "/account/notifications", "/apply"],
    ].map((path): [string, string] => [path, cookie(customer)]),
    ...[
      "/vendor",
      "/vendor/menu",
      `/vendor/branches/${branch.id}`,
      "/vendor/couriers",
      "/vendor/insights",
      "/vendor/webhooks",
    ].map((path): [string, string] => [path, cookie(vendor)]),
    ["/courier", cookie(courier)],
    ...[
      "/admin",
      `/admin/orders/${order.data[0]?.id}`,
      "/admin/applications",
      "/admin/vendors",
      "/admin/queue",
    ].map((path): [string, string] => [path, cookie(admin)]),
  ];
  for (const [path, session] of pages) {
    add(
      `first-load JavaScript of ${path.replace(/[0-9a-f-]{36}/, "…")}`,
      `${(await firstLoadScripts(BASE, path, session)).toFixed(1)} kB gzip`,
      "≤ 154.5 kB",
    );
  }
  await sql.end();
}

async function measureOverload(orders: (caller: number) => Shot, branchId: string) {
  const { kept, peak, after, seen } = await overload(
    BASE,
    { orders, menuPath: `/api/branches/${branchId}/menu`, metricsToken: METRICS_TOKEN },
    { seconds: SECONDS, peakSeconds: 3, connections: 728, least: 0 },
  );
  add(
    "orders at five times what can be placed",
    `${kept.toFixed(0)}/s of ${peak.toFixed(0)}/s, then ${after.toFixed(0)}/s`,
    `≥ 80 % of peak: ${((100 * kept) / peak).toFixed(0)} %`,
  );
  const shed = seen.order.filter(({ status }) => status === 503);
  add(
    "… turned away",
    `p95 ${ms(p95(shed))} (${shed.length} seen)  menus meanwhile p95 ${ms(p95(seen.menu))}`,
    "p95 < 50 ms",
  );
}

async function measurePages() {
  for (const path of ["/", "/vendors", "/v/moda-lezzet", "/cart"]) {
    const { scores, lcp, cls, tbt } = await lighthouse(`${BASE}${path}`);
    add(`lighthouse ${path}: ${CATEGORIES.join(", ")}`, scores.join(", "), "≥ 95, 100, ≥ 95, ≥ 95");
    add(`… LCP, CLS, TBT`, `${ms(lcp)}, ${cls.toFixed(3)}, ${ms(tbt)}`, "LCP ≤ 2000 ms, CLS ≤ 0.02");
  }
}

async function measureSmoothness() {
  const sql = database();
  const [customer, customer2, vendor, vendor2] = (await Promise.all(
    ["customer", "customer2", "vendor", "vendor2"].map((name) => signIn(BASE, `${name}@kapgel.test`)),
  )) as [string, string, string, string];
  for (const slowdown of [1, 4]) {
    const [worst, ...others] = await visitByHand(BASE, slowdown);
    const figure = `${worst?.ms ?? 0} ms: ${worst?.what ?? ""} (then ${others[0]?.ms ?? 0} ms)`;
    add(`a visit by hand, processor ÷ ${slowdown}`, figure, "INP ≤ 150 ms");
  }
  const shots = await orderShots(BASE, [customer, customer2], uncountedOf(sql, (await demoBranch(BASE)).id));
  await fillMenu(sql, "cankaya-firin");
  const lists: [string, () => Promise<Smooth>][] = [
    ["300 orders", () => boardOf300(BASE, shots, vendor)],
    ["desk of 2,000 products", () => deskOf2000(BASE, vendor2)],
    ["menu of 2,000 products", () => menuOf2000(BASE, "cankaya-firin")],
  ];
  for (const [list, see] of lists) {
    const { doings, slowest } = await see();
    for (const { what, tasks } of doings) {
      const worst = Math.max(...tasks.map(({ ms }) => ms)).toFixed(0);
      const busiest = Math.max(...tasks.map(({ processorMs }) => processorMs)).toFixed(0);
      add(
        `${list}: ${what}`,
        tasks.length
          ? `${tasks.length} long tasks, worst ${worst} ms; at most ${busiest} ms the processor`
          : "none",
        "< 50 ms",
      );
    }
    add(`${list}: slowest answer to a hand`, `${slowest?.ms ?? 0} ms: ${slowest?.what ?? ""}`);
  }
  await sql.end();
}

async function measureLayers() {
  const { bare, layers, sum, ours, all } = await priceOfLayers(PORT_BASE + 40);
  for (const { layer, microseconds, share } of [bare, ...layers, all]) {
    add(`layer: ${layer}`, `${microseconds.toFixed(0)} µs of a processor  ${(100 * share).toFixed(0)} %`);
  }
  add("layers together", `${(100 * sum).toFixed(0)} % of a bare route`, "≤ 35 %");
  add("… without Next's edge", `${(100 * ours).toFixed(0)} % of a bare route`);
}

async function measureWallets() {
  const sql = database();
  const uncounted = uncountedOf(sql, (await demoBranch(BASE)).id);
  const people = await rich(BASE, sql);
  await transfers(BASE, sql, people, { seconds: SECONDS, hot: false }); // warm
  const figures = (result: Result) =>
    `${result.perSecond.toFixed(0)}/s  p50 ${ms(result.p50)}  p95 ${ms(result.p95)}  p99 ${ms(result.p99)}  failed ${result.failed}`;
  for (const [from, hot] of [
    ["among 50 wallets", false],
    ["from one hot wallet", true],
  ] as const) {
    const { result, waits } = await transfers(BASE, sql, people, { seconds: SECONDS, hot });
    add(`credit sent ${from}, 16 at once`, figures(result), "p99 ≤ 200 ms");
    const waited = `p50 ${ms(quantile(waits, 0.5))}  p99 ${ms(quantile(waits, 0.99))}  (${waits.length} probes)`;
    add("… wait for a wallet's lock meanwhile", waited, "p99 < 50 ms");
  }
  const tokens = people.map(({ token }) => token);
  const shots = await orderShots(BASE, tokens, uncounted, "wallet");
  add("orders paid with credit, 16 at once", figures(await load(BASE, 16, SECONDS, shots)));
  const { calls } = await statementsPerOrder(sql, async () => (await load(BASE, 4, 2, shots)).count);
  add("database calls per order paid with credit", calls.toFixed(2), "1");
  await sql.end();
}

async function measureQueue() {
  const sql = database();
  const customers = await Promise.all(
    ["customer", "customer2"].map((name) => signIn(BASE, `${name}@kapgel.test`)),
  );
  const shots = await orderShots(BASE, customers, uncountedOf(sql, (await demoBranch(BASE)).id));
  while ((await sql`select from orders limit ${ORDERS}`).count < ORDERS) await load(BASE, 8, 2, shots);
  await clear(sql);
  const figures = (effects: number[]) =>
    `p50 ${ms(quantile(effects, 0.5))}  p95 ${ms(quantile(effects, 0.95))}  (${effects.length} effects)`;
  add("from a change to its effects", figures(await publishLatency(BASE, sql, shots)), "p95 ≤ 500 ms");
  for (const workers of [1, 4]) {
    const perSecond = await throughput(sql, stackEnv(), workers);
    add(
      `events handled, ${workers} worker${workers > 1 ? "s" : ""} at full speed`,
      `${perSecond.toFixed(0)}/s`,
    );
  }
  const price = await priceOfConsumers(BASE, sql, shots);
  add(
    "an order with consumers at work, and paused",
    `p50 ${ms(price.on)} and ${ms(price.paused)}: ${((100 * price.on) / price.paused - 100).toFixed(0)} %`,
    "≤ 10 %",
  );
  const replay = await replayTimes(sql);
  add("replay of 1,000 events", `${ms(replay.full)}, from a snapshot ${ms(replay.fromSnapshot)}`, "≤ 2 s");
  const rebuilt = await projectionRate(sql);
  add("projections counted again", `${rebuilt.perSecond.toFixed(0)} events/s (${rebuilt.events})`);
  await sql.end();
}

// On a town of its own, when the measured one is gone: everything is killed there.
async function measureChaos() {
  const orders = Number(process.env.BENCH_CHAOS_ORDERS ?? 2000);
  const report = await chaos({
    orders,
    portBase: PORT_BASE + 1000,
    callers: 8,
    killEvery: [4000, 9000],
    seed: 11,
  });
  const kills = Object.entries(report.kills).map(([what, times]) => `${what} ${times}`);
  add(`${orders} orders while all is killed`, `${kills.join(", ")} times; ${report.seconds.toFixed(0)} s`);
  add(
    "… brought",
    `${report.events} events, ${report.emails} e-mails (${report.repeatedEmails} of them again), quiet ${report.drainSeconds.toFixed(0)} s later`,
  );
  add(
    "… lost events, lost e-mails, wrong effects, wrongly dead",
    `${report.unpublished + report.unconsumed}, ${report.lostEmails}, ${report.wrongEffects.length}, ${report.wronglyDead.length}`,
    "0, 0, 0, 0",
  );
  add("… delivered without a human", `${(100 * report.deliveredShare).toFixed(2)} %`, "> 99.5 %");
}

async function latency(
  shots: (caller: number) => { path: string },
  customer: string,
  vendor: string,
  courier: string,
) {
  const couriers = await send(BASE, {
    path: "/api/vendor/couriers",
    headers: { Authorization: `Bearer ${vendor}` },
  });
  await send(BASE, {
    method: "POST",
    path: "/api/courier/shift",
    headers: { Authorization: `Bearer ${courier}` },
    body: { action: "start" },
  });
  const courierId = (JSON.parse(couriers.body) as { data: { id: string; email: string }[] }).data.find(
    (entry) => entry.email === "courier@kapgel.test",
  )?.id;
  const orders = [];
  for (let n = 0; n < 6; n++) {
    const { id } = JSON.parse((await send(BASE, shots(0))).body) as { id: string };
    const assign = async () => {
      await send(BASE, {
        method: "PUT",
        path: `/api/orders/${id}/courier`,
        headers: { Authorization: `Bearer ${vendor}` },
        body: { courier_id: courierId },
      });
    };
    orders.push({
      id,
      changes: [
        { to: "CONFIRMED", by: vendor },
        { to: "PREPARING", by: vendor },
        { to: "READY", by: vendor },
        { to: "PICKED_UP", by: courier, prepare: assign },
        { to: "ON_ROUTE", by: courier },
        { to: "DELIVERED", by: courier },
      ],
    });
  }
  return commitToBrowser(BASE, { access_token: customer }, orders);
}

// What a worker beside the demo's own needs to know.
function stackEnv() {
  return {
    NEXT_PUBLIC_SUPABASE_URL: `http://127.0.0.1:${PORT_BASE + 1}`,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
    SUPABASE_SECRET_KEY: SECRET_KEY,
    CRON_SECRET: "only-a-worker-here",
    SMTP_URL: `smtp://127.0.0.1:${PORT_BASE + 5}`,
    MAIL_FROM: "KapGel <bench@kapgel.test>",
  };
}

async function ready() {
  for (let tries = 0; tries < 1800; tries++) {
    if (demo.exitCode !== null) throw new Error("The demo stopped before it was ready.");
    const answered = await send(BASE, { path: "/api/health/ready" }).catch(() => null);
    if (answered?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The demo was not ready within three minutes.");
}

async function stopped(child: ChildProcess) {
  if (child.exitCode !== null) return;
  const ended = new Promise((done) => child.on("exit", done));
  child.kill("SIGTERM");
  await ended;
}
