// Five times more orders than the server can place: what it still places, what it tells the others and how quickly, and whether it is itself again
// afterwards. Orders come whether or not earlier ones are answered, as people do, over connections that are open already, as a proxy's are: a
// Node server takes up one new connection each time its event loop comes round.
import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { lightly, type Seen } from "./light-client.ts";
import { load, type Shot, send } from "./load.ts";
import { quantile } from "./quantile.ts";

const TIMES = 5;
const CALLERS = [4, 8, 16, 32];
const HEAD_START_S = 1; // of the light client: it is connected, and has seen what is ordinary
const LIGHT_MS = 200; // between two looks of each of its callers: what it asks for must not count beside the flood

export type Overload = {
  /** Orders placed a second: at best, under the flood, and at best afterwards. */
  peak: number;
  kept: number;
  after: number;
  offered: number;
  /** Answers to the flood by status; 0: none. */
  statuses: Record<number, number>;
  /** What a light client saw meanwhile: of orders, of a menu past the cache, and of the least that passes Next. */
  seen: Record<"order" | "menu" | "live", Seen[]>;
  /** Bytes resident: before, the most meanwhile, and afterwards. */
  memory: { before: number; most: number; after: number };
};

/** How hard: `least` orders a second or more, by so many connections; the peak is measured for `peakSeconds` a step. */
type Flood = { seconds: number; peakSeconds: number; connections: number; least: number };
type Town = {
  orders: (caller: number) => Shot;
  menuPath: string;
  /** Bearer of GET /api/metrics. */
  metricsToken: string;
};

/** Overloads the server at `base` between two measurements of its peak. */
export async function overload(
  base: string,
  { orders, menuPath, metricsToken }: Town,
  { seconds, peakSeconds, connections, least }: Flood,
): Promise<Overload> {
  const resident = () => memoryOf(base, metricsToken);
  await load(base, 8, peakSeconds, orders); // warm
  const steps = [];
  for (const callers of CALLERS) steps.push({ callers, ...(await load(base, callers, peakSeconds, orders)) });
  const { callers } = steps.reduce((a, b) => (b.perSecond > a.perSecond ? b : a));
  // Once more: the best of several short looks flatters.
  const peak = (await load(base, callers, 2 * peakSeconds, orders)).perSecond;
  const before = await resident();
  let most = before;
  const watch = setInterval(async () => {
    most = Math.max(most, await resident().catch(() => 0));
  }, 1000);
  const offered = Math.max(least, TIMES * peak);
  const agent = await connected(base, connections);
  const [seen, flooded] = await Promise.all([
    lightly({
      base,
      seconds: HEAD_START_S + seconds,
      everyMs: LIGHT_MS,
      callers: lightCallers(orders, menuPath),
    }),
    sleep(HEAD_START_S * 1000).then(() => flood(base, { perSecond: offered, seconds, agent }, orders)),
  ]);
  clearInterval(watch);
  agent.destroy();
  const after = await load(base, callers, 2 * peakSeconds, orders);
  const isPlacedInFlood = ({ status, atMs }: Seen) =>
    isPlaced(status) && atMs > 1000 * HEAD_START_S && atMs < 1000 * (HEAD_START_S + seconds);
  const of = (wanted: string) => seen.filter(({ name }) => name === wanted);
  return {
    peak,
    kept: (flooded.placed + of("order").filter(isPlacedInFlood).length) / seconds,
    after: after.perSecond,
    offered,
    statuses: flooded.statuses,
    seen: { order: of("order"), menu: of("menu"), live: of("live") },
    memory: { before, most, after: await resident() },
  };
}

// Several for orders, because one that is let in waits for its turn meanwhile.
function lightCallers(orders: (caller: number) => Shot, menuPath: string) {
  const some = (shot: (n: number) => Shot) => Array.from({ length: 100 }, (_, n) => shot(n));
  return [
    ...Array.from({ length: 24 }, () => ({ name: "order", shots: some(orders) })),
    { name: "menu", shots: some((n) => ({ path: `${menuPath}?turn=${n}` })) },
    { name: "live", shots: [{ path: "/api/health/live" }] },
  ];
}

/** The 95th percentile of how long these took, in ms. */
export function p95(seen: readonly Seen[]): number {
  return quantile(
    seen.map(({ ms }) => ms),
    0.95,
  );
}

const isPlaced = (status: number) => status >= 200 && status < 300;

/** An agent with so many connections to the server, all open. */
async function connected(base: string, connections: number): Promise<Agent> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections });
  await Promise.all(
    Array.from({ length: connections }, () =>
      send(base, { path: "/api/health/live" }, agent).catch(() => null),
    ),
  );
  return agent;
}

/** Sends shots for `seconds`. `placed`: answered 2xx before the time was up. */
async function flood(
  base: string,
  { perSecond, seconds, agent }: { perSecond: number; seconds: number; agent: Agent },
  next: (n: number) => Shot,
) {
  const statuses: Record<number, number> = {};
  const pending: Promise<void>[] = [];
  let placed = 0;
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 1000;
  while (elapsed() < seconds) {
    while (pending.length < elapsed() * perSecond) {
      const answer = send(base, next(pending.length), agent).catch(() => ({ status: 0 }));
      pending.push(
        answer.then(({ status }) => {
          statuses[status] = (statuses[status] ?? 0) + 1;
          if (isPlaced(status) && elapsed() < seconds) placed += 1;
        }),
      );
    }
    await sleep(5);
  }
  await Promise.all(pending);
  return { placed, statuses };
}

async function memoryOf(base: string, token: string): Promise<number> {
  const { body } = await send(base, {
    path: "/api/metrics",
    headers: { Authorization: `Bearer ${token}` },
  });
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(body)?.[1]);
}
