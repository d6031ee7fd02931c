// The small evening of everything failing; `npm run bench` has the whole one.
import { expect, it } from "vitest";
import { chaos } from "../../ops/chaos/chaos.ts";

const ORDERS = 36;
const PORT_BASE = Number(new URL(process.env.KAPGEL_URL ?? "").port) + 100;

it("loses nothing while web, workers, scheduler, Postgres and the mail server die, and does nothing twice", async () => {
  const report = await chaos({
    orders: ORDERS,
    portBase: PORT_BASE,
    callers: 2,
    killEvery: [700, 2500],
    seed: 7,
  });
  console.log(report);
  expect(report).toMatchObject({
    orders: ORDERS,
    unpublished: 0,
    unconsumed: 0,
    wrongEffects: [],
    lostEmails: 0,
    wronglyDead: [],
    poisonedDead: 5,
  });
  expect(report.deliveredShare).toBeGreaterThan(0.995);
  expect(report.emails).toBeGreaterThanOrEqual(ORDERS / 3); // every delivered order's at the least
  expect(Object.values(report.kills).every((times) => times > 0)).toBe(true);
}, 300_000);
