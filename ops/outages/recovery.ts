// When everything works again after an outage, and goes on working.
import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import { KINDS, type Kind } from "./expectations.ts";
import { isSuccess, type Load } from "./load.ts";
import { mailCaughtUp } from "./mail.ts";
import type { Change } from "./screen.ts";

type Part = Kind | "health" | "screens" | "e-mail";
/** From the outage's end until the last of all worked. `ms` is infinite when one did not come back. */
export type Recovery = { ms: number; last: Part };

const LOOK_MS = 250;
const CALM_MS = 2500; // for which nothing may fail; also the pause before the next outage
const PATIENCE_MS = 120_000; // a breaker opens for half a minute, a retry may wait as long

/** Waits for it. A part has recovered with the first success that no failure follows. */
export async function recovery(about: {
  load: Load;
  sql: Sql;
  change: Change;
  ended: { at: number; date: Date };
}): Promise<Recovery> {
  const { load, sql, change, ended } = about;
  for (;;) {
    await sleep(LOOK_MS);
    const mailed = await mailCaughtUp(sql, ended.date).catch(() => null);
    const parts: [Part, number][] = [
      ...KINDS.map((kind): [Part, number] => [
        kind,
        since(
          ended.at,
          load.samples
            .filter((sample) => sample.kind === kind)
            .map(({ at, ms, answer }) => ({ at, end: at + ms, good: isSuccess(answer) })),
        ),
      ]),
      [
        "health",
        since(
          ended.at,
          load.healths.map(({ at, ms, said }) => ({ at, end: at + ms, good: said === "healthy" })),
        ),
      ],
      ["screens", (change.liveAt() ?? Number.POSITIVE_INFINITY) - ended.at],
      ["e-mail", mailed ? Number(mailed) - Number(ended.date) : Number.POSITIVE_INFINITY],
    ];
    const [last, ms] = parts.reduce((a, b) => (b[1] > a[1] ? b : a));
    const waited = performance.now() - ended.at;
    if (waited >= ms + CALM_MS || waited > PATIENCE_MS) return { last, ms };
  }
}

type Seen = { at: number; end: number; good: boolean };

function since(ended: number, seen: Seen[]): number {
  const after = seen.filter(({ at }) => at >= ended).sort((a, b) => a.at - b.at);
  const lasting = after.slice(after.findLastIndex(({ good }) => !good) + 1)[0];
  return lasting ? lasting.end - ended : Number.POSITIVE_INFINITY;
}
