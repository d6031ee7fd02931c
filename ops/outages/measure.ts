// For `npm run test:outages`: every outage in one town, at leisure, and the page that says how it went.
import { isDeepStrictEqual } from "node:util";
import { DEPENDENCIES, EXPECTED } from "./expectations.ts";
import { watchInbox } from "./mail.ts";
import { menusBesidePayments } from "./menus.ts";
import { type Outage, outages } from "./outages.ts";
import { writePage } from "./table.ts";
import { startTown } from "./town.ts";

const ROUNDS = 10;

// When a connection's end and a query meet in one turn, postgres.js 3.4 writes to a socket that is gone, where nobody can catch it. The local
// stack lives in this process, and its Postgres is killed here.
const survive = (error: Error) => {
  if (!/nextWrite .*postgres\/src\/connection\.js/.test(error.stack ?? "")) throw error;
};

/** One promise of the house, and whether it was kept. */
export type Finding = { promise: string; kept: boolean };

/**
 * Measures all of it on ports from `portBase` and, when every promise was kept, writes docs/outages.md. The app must
 * have been built (NEXT_DIST_DIR).
 * @param tell hears of each promise as soon as it is known
 */
export async function measureOutages(portBase: number, tell: (finding: Finding) => void): Promise<void> {
  process.on("uncaughtException", survive);
  const town = await startTown(portBase);
  const inbox = watchInbox(town.inbox);
  let isSafe = true;
  const found = (promise: string, kept: boolean) => {
    isSafe &&= kept;
    tell({ promise, kept });
  };
  try {
    const menus = await menusBesidePayments(town, ROUNDS);
    found(`menus beside a hung payment provider: p95 × ${menus.ratio.toFixed(2)}`, menus.ratio < 1.2);
    const before = { inbox, claims: menus.claims };
    const report = await outages(town, DEPENDENCIES, before, (outage) => {
      const kept = isKept(outage);
      const name = `${outage.dependency} ${outage.way}`;
      found(kept ? name : `${name}: ${JSON.stringify(outage)}`, kept);
    });
    const { wrong, lostEmails } = report.lost;
    const lost = [...wrong, ...(lostEmails ? [`${lostEmails} e-mails did not arrive`] : [])];
    found(`nothing is lost or done twice ${lost.join(", ")}`, lost.length === 0);
    if (isSafe) writePage(report, menus);
  } finally {
    await inbox.stop();
    await town.close();
    process.off("uncaughtException", survive);
  }
}

function isKept({ dependency, way, odd, refused, bare, health, screens, mail }: Outage): boolean {
  const { seconds: _, ...promised } = EXPECTED[dependency][way];
  return odd.length === 0 && isDeepStrictEqual({ refused, bare, health, screens, mail }, promised);
}
