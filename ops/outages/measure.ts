// For `npm run bench`: every outage in one town, at leisure, and the page that says how it went.
import { DEPENDENCIES } from "./expectations.ts";
import { type MenusBeside, menusBesidePayments } from "./menus.ts";
import { outages, type Report } from "./outages.ts";
import { writePage } from "./table.ts";
import { startTown } from "./town.ts";

const ROUNDS = 10;

/** Measures all of it on ports from `portBase` and writes docs/outages.md. The app must have been built (NEXT_DIST_DIR). */
export async function measureOutages(portBase: number): Promise<{ report: Report; menus: MenusBeside }> {
  const town = await startTown(portBase);
  try {
    const menus = await menusBesidePayments(town, ROUNDS);
    const report = await outages(town, DEPENDENCIES);
    writePage(report, menus);
    return { report, menus };
  } finally {
    await town.close();
  }
}
