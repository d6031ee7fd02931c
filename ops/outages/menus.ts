// Whether who only looks at a menu notices that the payment provider hangs: read beside card payments whose provider answers, and hangs, by turns,
// so that whatever else the machine does meets both.
import { setTimeout as sleep } from "node:timers/promises";
import { load } from "../bench/load.ts";
import { quantile } from "../bench/quantile.ts";
import { demoBranch } from "../bench/shop.ts";
import { type Claim, startLoad } from "./load.ts";
import type { Town } from "./town.ts";

const READERS = 4;
const PAYERS = 8; // each of whom waits for the provider
// Shorter than an attempt to reach the provider (3 s): its breaker stays closed, so that every payment of a turn hangs.
const TURN_S = 2;
const SETTLE_MS = 300; // for what hung to be over

export type MenusBeside = {
  answeringMs: number;
  hangingMs: number;
  ratio: number;
  reads: number;
  /** What the payers asked for, answered or not. */
  claims: Claim[];
};

/** The p95 of menu reads past the cache: the median of `rounds` turns of each. */
export async function menusBesidePayments(town: Town, rounds: number): Promise<MenusBeside> {
  const branch = await demoBranch(town.base);
  const door = town.doors.payments;
  const p95 = { pass: [] as number[], hang: [] as number[] };
  let turn = 0;
  let reads = 0;
  const payments = await startLoad(town, { "card payments": 500 }, PAYERS);
  try {
    const read = () => ({
      path: `/api/branches/${branch.id}/menu?turn=${turn++}`,
      headers: { "X-Forwarded-For": `11.${(turn >> 16) & 255}.${(turn >> 8) & 255}.${turn & 255}` },
    });
    await load(town.base, READERS, TURN_S, read); // warm
    for (let round = 0; round < rounds; round++) {
      for (const mode of ["pass", "hang"] as const) {
        await door?.set(mode);
        await sleep(SETTLE_MS);
        const result = await load(town.base, READERS, TURN_S, read);
        if (result.failed > 0)
          throw new Error(`${result.failed} menus were not read while payments ${mode}.`);
        p95[mode].push(result.p95);
        reads += result.count;
      }
    }
  } finally {
    await door?.set("pass");
    await payments.stop();
  }
  const [answeringMs, hangingMs] = [quantile(p95.pass, 0.5), quantile(p95.hang, 0.5)];
  return { answeringMs, hangingMs, ratio: hangingMs / answeringMs, reads, claims: payments.claims };
}
