// Everything the house stands on is taken away in turn, in towns of their own: what is promised (ops/outages/expectations.ts) and what the
// page says (docs/outages.md) is what happens, and nothing is lost. `npm run bench` takes more time for it and writes the page.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { redisBinary } from "../../dev/redis.ts";
import { type Dependency, EXPECTED, outagesOf } from "../../ops/outages/expectations.ts";
import { type MenusBeside, menusBesidePayments } from "../../ops/outages/menus.ts";
import { type Outage, outages, type Report } from "../../ops/outages/outages.ts";
import { wordsOf, wordsOfPage } from "../../ops/outages/table.ts";
import { startTown, type Town } from "../../ops/outages/town.ts";

const PORT_BASE = Number(new URL(process.env.KAPGEL_URL ?? "").port) + 120;
const ROUNDS = 4;
// Two towns side by side: an outage is mostly waiting. A payment provider's breaker alone takes half a minute.
const PARTS: Dependency[][] = [
  ["payments", "Realtime", "Redis"],
  ["REST", "Postgres", "Auth", "SMTP"],
];
const HERE = outagesOf(PARTS.flat()).filter(({ dependency }) => dependency !== "Redis" || redisBinary());

let towns: Town[] = [];
let menus: MenusBeside;
let reports: Report[];
let found: Outage[];
const of = ({ dependency, way }: { dependency: Dependency; way: Outage["way"] }) =>
  found.find((outage) => outage.dependency === dependency && outage.way === way);

beforeAll(async () => {
  towns = await Promise.all(PARTS.map((_, at) => startTown(PORT_BASE + 20 * at)));
  reports = await Promise.all(
    towns.map(async (town, at) => {
      if (at === 0) menus = await menusBesidePayments(town, ROUNDS);
      return outages(town, PARTS[at] ?? []);
    }),
  );
  found = reports.flatMap((report) => report.outages);
  console.table(
    found.map((outage) => [
      ...wordsOf(outage).flat(),
      outage.saidAfterMs,
      outage.slowest.ms,
      outage.recovery.ms,
    ]),
  );
}, 300_000);
afterAll(async () => {
  await Promise.all(towns.map((town) => town.close()));
});

describe.each(HERE)("$dependency $way", (each) => {
  it("answers as promised, and works again", () => {
    const { seconds: _, ...promised } = EXPECTED[each.dependency][each.way];
    expect(of(each)).toMatchObject({ ...promised, odd: [] });
    expect(of(each)?.recovery.ms).toBeLessThan(60_000);
  });

  it("is what the page says", () => {
    const [name, words] = wordsOf(of(each) as Outage);
    expect(wordsOfPage().get(name)).toEqual(words);
  });
});

it("nothing is lost, and nothing done twice", () => {
  for (const { lost } of reports) {
    expect(lost).toMatchObject({
      wrong: [],
      unpublished: 0,
      unconsumed: 0,
      wrongEffects: [],
      lostEmails: 0,
      wronglyDead: [],
    });
    expect(lost.claims).toBeGreaterThan(lost.repeated);
    expect(lost.emails).toBeGreaterThan(0);
  }
  expect(reports.some(({ lost }) => lost.repeated > 0)).toBe(true);
});

it("who looks at a menu does not notice that the payment provider hangs", () => {
  // The bench holds it to 1.2; here another town's outages come and go on the same two cores.
  expect(menus.ratio).toBeLessThan(1.5);
});
