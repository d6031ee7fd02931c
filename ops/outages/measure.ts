// For `npm run test:outages`: every outage in one town, at leisure, and the page that says how it went.
import { isDeepStrictEqual } from "node:util";
import { DEPENDENCIES, EXPECTED } from "./expectations.ts";
import { menusBesidePayments } from "./menus.ts";
import { type Outage, outages } from "./outages.ts";
import { writePage } from "./table.ts";
import { startTown } from "./town.ts";

const ROUNDS = 10;

/** One promise of the house, and whether it was kept. */
export type Finding = { promise: string; kept: boolean };

/**
 * Measures all of it on ports from `portBase` and writes docs/outages.md. The app must have been built (NEXT_DIST_DIR).
 * @param tell hears of each promise as soon as it is known
 */
export async function measureOutages(portBase: number, tell: (finding: Finding) => void): Promise<void> {
  const town = await startTown(portBase);
  try {
    const menus = await menusBesidePayments(town, ROUNDS);
    const ratio = menus.ratio.toFixed(2);
    tell({ promise: `menus beside a hung payment provider: p95 × ${ratio}`, kept: menus.ratio < 1.2 });
    const report = await outages(town, DEPENDENCIES, (outage) => {
      const kept = isKept(outage);
      const name = `${outage.dependency} ${outage.way}`;
      tell({ promise: kept ? name : `${name}: ${JSON.stringify(outage)}`, kept });
    });
    const { wrong, lostEmails } = report.lost;
    tell({
      promise: `nothing is lost or done twice ${wrong.join(", ")}`,
      kept: wrong.length + lostEmails === 0,
    });
    writePage(report, menus);
  } finally {
    await town.close();
  }
}

function isKept({ dependency, way, odd, refused, bare, health, screens, mail }: Outage): boolean {
  const { seconds: _, ...promised } = EXPECTED[dependency][way];
  return odd.length === 0 && isDeepStrictEqual({ refused, bare, health, screens, mail }, promised);
}
