// What each layer around a route costs: the app's own middleware, limits, token, metrics and log around a route that does nothing (layers/).
// Two measured routes differ by one layer each. What counts is the processor's time that the server takes: unlike requests a second it does not
// grow because others want the processor too; and all are measured by turns, so that a noisy machine is noisy for all of them. One server has
// them all: two of the same build differ by more than a layer, and one that rests loses pages and compiled code.
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { openSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Child, startChild } from "../../dev/children.ts";
import { PUBLISHABLE_KEY, SECRET_KEY } from "../../dev/keys.ts";
import { firstPage } from "../../dev/next.ts";
import { load } from "./load.ts";
import { quantile } from "./quantile.ts";

const PROJECT = join(import.meta.dirname, "layers");
const NEXT = resolve(import.meta.dirname, "../../node_modules/next/dist/bin/next");
const ROUNDS = 7;
const CALLERS = 8;
// Of each route before it is measured: code that has run less often is compiled less well, which is no layer's price.
const WARM_ROUNDS = 4;
const RUN_UP_SECONDS = 0.5; // before each measure
// More than asks in a minute, so that nobody reaches a limit.
const PEOPLE = 2000;
const ADDRESSES = 500;

// What the app's own start (instrumentation.ts, which Next finds at the root) wants to know. Nothing here asks Supabase.
const APP = {
  NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1:9",
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
  SUPABASE_SECRET_KEY: SECRET_KEY,
  CRON_SECRET: randomUUID(),
  TRUSTED_PROXIES: "1",
};

const NEXTS = "Next's edge"; // a middleware that does nothing

/** Each layer as the difference of two routes. */
const LAYERS = {
  [NEXTS]: ["edge", "bare"],
  middleware: ["guarded", "edge"],
  limits: ["limited", "unlimited"],
  auth: ["token", "bare"],
  logging: ["logged", "observed"],
  metrics: ["observed", "bare"],
} as const;
const ROUTES = [...new Set([...Object.values(LAYERS).flat(), "all" as const])];
type Route = (typeof ROUTES)[number];

/** `microseconds` of the processor a request, and as a share of the bare route's. */
export type Price = { layer: string; microseconds: number; share: number };
export type Prices = { bare: Price; layers: Price[]; sum: number; ours: number; all: Price };

/**
 * Builds the project, measures and stops what it started.
 * @param seconds of each route in each round
 * @returns medians: each layer's price; the sum of all, and of what is ours (without Next's edge); and the app's own route(), with all of them
 */
export async function priceOfLayers(port: number, seconds = 1): Promise<Prices> {
  const env = { ...process.env, ...APP, NEXT_DIST_DIR: ".next-layers", NEXT_TELEMETRY_DISABLED: "1" };
  const log = openSync("/dev/null", "w");
  let server: Child | undefined;
  try {
    const built = spawnSync(process.execPath, [NEXT, "build", PROJECT], { env, encoding: "utf8" });
    if (built.status !== 0) throw new Error(`the layers were not built: ${built.stdout}${built.stderr}`);
    server = await startChild(process.execPath, [NEXT, "start", PROJECT, "--port", String(port)], {
      env: { ...env, NODE_ENV: "production" },
      stdio: ["ignore", log, log],
    });
    const base = `http://127.0.0.1:${port}`;
    if (!(await firstPage(`${base}/api/bare`))) throw new Error("the layers' server did not answer");
    return summed(await measured(base, seconds));
  } finally {
    await server?.stop();
    rmSync(join(PROJECT, ".next-layers"), { recursive: true, force: true });
    rmSync(join(PROJECT, "next-env.d.ts"), { force: true });
  }
}

/** The processor's microseconds a request of each route, round by round. */
async function measured(base: string, seconds: number): Promise<Map<Route, number[]>> {
  const times = new Map<Route, number[]>(ROUTES.map((route) => [route, []]));
  const tokens = Array.from({ length: PEOPLE }, () => tokenOf(randomUUID()));
  let turn = 0;
  const ask = async (route: Route, duration: number) => {
    const before = await spent(base);
    const { count, failed } = await load(base, CALLERS, duration, () => {
      turn += 1;
      const headers = {
        Authorization: `Bearer ${tokens[turn % PEOPLE]}`,
        "X-Forwarded-For": `10.0.${(turn % ADDRESSES) >> 8}.${(turn % ADDRESSES) & 255}`,
      };
      return { path: `/api/${route}`, headers };
    });
    if (failed > 0) throw new Error(`${failed} requests to ${base}/api/${route} failed`);
    return ((await spent(base)) - before) / count;
  };
  for (let round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
    for (const route of ROUTES) {
      await ask(route, RUN_UP_SECONDS);
      const time = await ask(route, seconds);
      if (round >= WARM_ROUNDS) times.get(route)?.push(time);
    }
  }
  return times;
}

const spent = async (base: string) => (await (await fetch(`${base}/api/spent`)).json()) as number;

/** A token as Supabase makes them, which nobody here proves. */
function tokenOf(sub: string): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const session = { sub, aud: "authenticated", role: "authenticated", session_id: randomUUID(), aal: "aal1" };
  const claims = { ...session, email: `${sub}@test.invalid`, app_metadata: { provider: "email" }, exp: 4e9 };
  return `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}.${"a".repeat(43)}`;
}

function summed(times: Map<Route, number[]>): Prices {
  const of = (route: Route) => times.get(route) ?? [];
  const bare = of("bare");
  const price = (layer: string, route: Route, without: Route): Price => {
    // Within a round first: what slows the machine for a minute slows both.
    const more = of(route).map((time, round) => time - (of(without)[round] ?? Number.NaN));
    const shares = more.map((time, round) => time / (bare[round] ?? Number.NaN));
    return { layer, microseconds: quantile(more, 0.5), share: quantile(shares, 0.5) };
  };
  const layers = Object.entries(LAYERS).map(([layer, [route, without]]) => price(layer, route, without));
  return {
    bare: { layer: "none", microseconds: quantile(bare, 0.5), share: 1 },
    layers,
    sum: sum(layers),
    ours: sum(layers.filter(({ layer }) => layer !== NEXTS)),
    all: price("all", "all", "bare"),
  };
}

const sum = (prices: Price[]) => prices.reduce((total, { share }) => total + share, 0);
