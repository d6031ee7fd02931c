// For `npm run bench`: every outage in one town, at leisure, and the page that says how it went.
import { isDeepStrictEqual } from "node:util";
import { DEPENDENCIES, EXPECTED } from "./expectations.ts";
import { type MenusBeside, menusBesidePayments } from "./menus.ts";
import { type Outage, outages, type Report } from "./outages.ts";
import { writePage } from "./table.ts";
import { startTown } from "./town.ts";

const ROUNDS = 10;

export type Measured = {
  report: Report;
  menus: MenusBeside;
  /** Outages that went otherwise than promised (expectations.ts). */
  broken: string[];
};

/** Measures all of it on ports from `portBase` and writes docs/outages.md. The app must have been built (NEXT_DIST_DIR). */
export async function measureOutages(portBase: number): Promise<Measured> {
  const town = await startTown(portBase);
  try {
    const menus = await menusBesidePayments(town, ROUNDS);
    const report = await outages(town, DEPENDENCIES);
    writePage(report, menus);
    return {
      report,
      menus,
      broken: report.outages
        .filter((outage) => !isKept(outage))
        .map(({ dependency, way }) => `${dependency} ${way}`),
    };
  } finally {
    await town.close();
  }
}

function isKept({ dependency, way, odd, refused, bare, health, screens, mail }: Outage): boolean {
  const { seconds: _, ...promised } = EXPECTED[dependency][way];
  return odd.length === 0 && isDeepStrictEqual({ refused, bare, health, screens, mail }, promised);
}
