// Five times more than one instance can do, and a class that takes more than its share.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { LOAD_CLASSES } from "../../lib/platform/http/load-classes";
import { send } from "../../ops/bench/load.ts";
import { type Overload, overload, p95 } from "../../ops/bench/overload.ts";
import { sql } from "../db/database.ts";
import { order, signedIn, type Town, town } from "./client.ts";
import { type NextServer, startNextServer } from "./next-server.ts";

const SECONDS = 8;
const REPORTS = 150; // at once: more than have a place and may wait
let server: NextServer;
let at: Town;
let customers: string[];
let hasEnded = false;

beforeAll(async () => {
  at = await town();
  customers = (await Promise.all(Array.from({ length: 16 }, () => signedIn("customer")))).map(
    ({ token }) => token,
  );
  server = await startNextServer(3, { QUEUE_KICK: "off", LOG_LEVEL: "error" });
  server.ended.then(() => {
    hasEnded = true;
  });
});
afterAll(async () => {
  await server.stop();
  await sql.end();
});

const orders = (caller: number) => ({
  method: "POST",
  path: "/api/orders",
  headers: {
    Authorization: `Bearer ${customers[caller % customers.length]}`,
    "Idempotency-Key": randomUUID(),
  },
  body: order(at),
});

it("five times more orders than can be placed: as many are placed, the others are told at once, and menus are read", async () => {
  const town = {
    orders,
    menuPath: `/api/branches/${at.branchId}/menu`,
    metricsToken: process.env.METRICS_TOKEN ?? "",
  };
  const room = LOAD_CLASSES.ordering.atOnce + LOAD_CLASSES.ordering.waiting;
  const { peak, kept, after, statuses, seen, memory }: Overload = await overload(server.base, town, {
    seconds: SECONDS,
    peakSeconds: 2,
    connections: room + 200,
    least: (2 * room) / SECONDS, // more than a slow machine has room for
  });
  expect(hasEnded).toBe(false);
  expect(Object.keys(statuses).sort()).toEqual(["201", "503"]);
  expect(statuses[503]).toBeGreaterThan(100); // else it was no overload
  // The target is 0.8 (`npm run bench`); here the machine is not alone while one of the two is measured and not the other.
  expect(kept).toBeGreaterThanOrEqual(0.7 * Math.min(peak, after));
  expect(after).toBeGreaterThanOrEqual(0.6 * peak);

  const shed = seen.order.filter(({ status }) => status === 503);
  expect(shed.length).toBeGreaterThan(10);
  expect(shed.every(({ retryAfter }) => retryAfter > 0)).toBe(true);
  // At once (50 ms, `npm run bench`): here no more than what the least that passes Next takes, give or take a noisy neighbour.
  expect(p95(shed)).toBeLessThan(Math.max(50, 2 * p95(seen.live)));

  expect(seen.menu.length).toBeGreaterThan(10);
  expect(seen.menu.filter(({ status }) => status !== 200)).toEqual([]);

  expect(memory.most).toBeLessThan(3 * memory.before);
  expect(memory.after).toBeLessThan(2 * memory.before);
});

it("reports that all hang fill their own compartment: orders are placed, and whoever may not wait is told", async () => {
  const report = () =>
    fetch(`${server.base}/api/vendor/payouts`, { headers: { Authorization: `Bearer ${at.owner}` } }).then(
      ({ status, headers }) => ({ status, retryAfter: Number(headers.get("retry-after") ?? 0) }),
    );
  expect((await report()).status).toBe(200);
  const answered: Awaited<ReturnType<typeof report>>[] = [];
  let reports: Promise<unknown> = Promise.resolve();
  await sql.begin(async (held) => {
    await held`lock table public.payouts in access exclusive mode`;
    reports = Promise.all(
      Array.from({ length: REPORTS }, () => report().then((answer) => answered.push(answer))),
    );
    await expect.poll(() => answered.length, { timeout: 5000 }).toBeGreaterThan(0);
    // While the others hang.
    const statuses = await Promise.all(
      Array.from({ length: 20 }, (_, caller) =>
        send(server.base, orders(caller)).then(({ status }) => status),
      ),
    );
    expect(statuses).toEqual(statuses.map(() => 201));
    expect(answered.every(({ status, retryAfter }) => status === 503 && retryAfter > 0)).toBe(true);
  });
  await reports;
  const { atOnce, waiting } = LOAD_CLASSES.reports;
  const turnedAway = answered.filter(({ status }) => status === 503).length;
  expect(answered.filter(({ status }) => status === 200).length).toBe(REPORTS - turnedAway);
  expect(turnedAway).toBeLessThanOrEqual(REPORTS - atOnce - waiting);
  expect((await report()).status).toBe(200);
});
