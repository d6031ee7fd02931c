// What each layer around a route costs: the app's own middleware, limits, token, metrics and log around a route that does nothing (layers/).
// Two measured cells differ by one layer each. What counts is the processor's time that a server takes: unlike requests a second it does not
// grow because others want the processor too; and all are measured by turns, so that a noisy machine is noisy for all of them.
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { openSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Child, startChild } from "../../dev/children.ts";
import { PUBLISHABLE_KEY, SECRET_KEY } from "../../dev/keys.ts";
import { firstPage } from "../../dev/next.ts";
import { load } from "./load.ts";

const PROJECT = join(import.meta.dirname, "layers");
const NEXT = resolve(import.meta.dirname, "../../node_modules/next/dist/bin/next");
const ROUNDS = 7;
const CALLERS = 8;
const WARM_SECONDS = 3; // of each route of each server: code that has run less often is compiled less well, which is no layer's price
const RUN_UP_SECONDS = 0.7; // before each measure: a server that has rested a while starts slowly
// More than asks in a minute, so that nobody reaches a limit.
const PEOPLE = 2000;
const ADDRESSES = 500;

// What the app's own start (instrumentation.ts, which Next finds at the root) wants to know. Nothing here asks Supabase.
const APP = {
  NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1:9",
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
  SUPABASE_SECRET_KEY: SECRET_KEY,
  CRON_SECRET: randomUUID(),
};

/** One server of the same build, by what it is told. */
const SERVERS = {
  plain: { LOG_LEVEL: "silent", RATE_LIMIT_BACKEND: "disabled" },
  logging: { LOG_LEVEL: "info", RATE_LIMIT_BACKEND: "disabled" },
  limiting: { LOG_LEVEL: "silent", RATE_LIMIT_BACKEND: "memory" },
  whole: { LOG_LEVEL: "info", RATE_LIMIT_BACKEND: "memory" },
} as const;
type Server = keyof typeof SERVERS;
const ROUTES = ["bare", "observed", "token", "edge", "guarded", "limited", "all"] as const;
type Cell = `${Server} ${(typeof ROUTES)[number]}`;

const NEXTS = "Next's edge"; // a middleware that does nothing

/** Each layer as the difference of two cells. */
const LAYERS: Record<string, readonly [with_: Cell, without: Cell]> = {
  [NEXTS]: ["plain edge", "plain bare"],
  middleware: ["plain guarded", "plain edge"],
  limits: ["limiting limited", "plain limited"],
  auth: ["plain token", "plain bare"],
  logging: ["logging observed", "plain observed"],
  metrics: ["plain observed", "plain bare"],
};
const CELLS = [...new Set([...Object.values(LAYERS).flat(), "whole all" as const])];

/** `microseconds` of the processor a request, and as a share of the bare route's. */
export type Price = { layer: string; microseconds: number; share: number };
export type Prices = { bare: Price; layers: Price[]; sum: number; ours: number; all: Price };

/**
 * Builds the project, measures and stops what it started.
 * @param portBase as many ports from here on as there are servers
 * @param seconds of each cell in each round
 * @returns medians: each layer's price; the sum of all, and of what is ours (without Next's edge); and the app's own route(), with all of them
 */
export async function priceOfLayers(portBase: number, seconds = 1): Promise<Prices> {
  const env = { ...process.env, NEXT_DIST_DIR: ".next-layers", NEXT_TELEMETRY_DISABLED: "1" };
  const log = openSync("/dev/null", "w");
  const started: Child[] = [];
  try {
    const built = spawnSync(process.execPath, [NEXT, "build", PROJECT], { env, encoding: "utf8" });
    if (built.status !== 0) throw new Error(`the layers were not built: ${built.stdout}${built.stderr}`);
    const bases = new Map<Server, string>();
    for (const [n, [name, settings]] of Object.entries(SERVERS).entries()) {
      const port = String(portBase + n);
      const args = [NEXT, "start", PROJECT, "--port", port];
      const more = { NODE_ENV: "production", TRUSTED_PROXIES: "1", ...APP, ...settings };
      started.push(
        await startChild(process.execPath, args, { env: { ...env, ...more }, stdio: ["ignore", log, log] }),
      );
      const base = `http://127.0.0.1:${port}`;
      if (!(await firstPage(`${base}/api/bare`))) throw new Error(`the server with ${name} did not answer`);
      bases.set(name as Server, base);
    }
    return summed(await measured(bases, seconds));
  } finally {
    for (const child of started) await child.stop();
    rmSync(join(PROJECT, ".next-layers"), { recursive: true, force: true });
    rmSync(join(PROJECT, "next-env.d.ts"), { force: true });
  }
}

/** The processor's microseconds a request of each cell, round by round. */
async function measured(bases: Map<Server, string>, seconds: number): Promise<Map<Cell, number[]>> {
  const times = new Map<Cell, number[]>(CELLS.map((cell) => [cell, []]));
  const tokens = Array.from({ length: PEOPLE }, () => tokenOf(randomUUID()));
  let turn = 0;
  const ask = async (base: string, route: string, duration: number) => {
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
  for (const base of bases.values()) {
    for (const route of ROUTES) await ask(base, route, WARM_SECONDS);
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const cell of CELLS) {
      const [server = "", route = ""] = cell.split(" ");
      const base = bases.get(server as Server) ?? "";
      await ask(base, route, RUN_UP_SECONDS);
      times.get(cell)?.push(await ask(base, route, seconds));
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

function summed(times: Map<Cell, number[]>): Prices {
  const of = (cell: Cell) => times.get(cell) ?? [];
  const bare = of("plain bare");
  const price = (layer: string, cell: Cell, without: Cell): Price => {
    // Within a round first: what slows the machine for a minute slows both.
    const more = of(cell).map((time, round) => time - (of(without)[round] ?? Number.NaN));
    const shares = more.map((time, round) => time / (bare[round] ?? Number.NaN));
    return { layer, microseconds: median(more), share: median(shares) };
  };
  const layers = Object.entries(LAYERS).map(([layer, cells]) => price(layer, ...cells));
  return {
    bare: { layer: "none", microseconds: median(bare), share: 1 },
    layers,
    sum: sum(layers),
    ours: sum(layers.filter(({ layer }) => layer !== NEXTS)),
    all: price("all", "whole all", "plain bare"),
  };
}

const sum = (prices: Price[]) => prices.reduce((total, { share }) => total + share, 0);

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
