// Takes away, one after the other, what the house stands on, under a light load: first killed, then hung. Says of each outage what still worked,
// what was answered, how health reported it and when everything worked again; and at the end what was lost, which must be nothing.
import { setTimeout as sleep } from "node:timers/promises";
import {
  type Dependency,
  EXPECTED,
  KINDS,
  type Kind,
  outagesOf,
  type Quality,
  type Way,
} from "./expectations.ts";
import { BARE, type Claim, isSuccess, type Load, type Sample, startLoad } from "./load.ts";
import { type Losses, losses } from "./losses.ts";
import { type Inbox, mailIn } from "./mail.ts";
import { type Recovery, recovery } from "./recovery.ts";
import { type Screen, startScreen } from "./screen.ts";
import type { Town } from "./town.ts";

export type Outage = Quality & {
  dependency: Dependency;
  way: Way;
  seconds: number;
  /** Answers that are neither a success, 503 UNAVAILABLE nor a page that says so, and kinds that worked now and then. */
  odd: string[];
  /** From the outage's begin until health said so; null when it did not. */
  saidAfterMs: number | null;
  /** The longest that anybody waited for an answer, and for what. */
  slowest: { kind: Kind; ms: number };
  recovery: Recovery;
};
export type Report = { outages: Outage[]; lost: Losses };
/** What was begun before the outages: nothing of it may be lost either. */
export type Before = { inbox: Inbox; claims: readonly Claim[] };
type Scene = { town: Town; load: Load; screen: Screen; inbox: Inbox };

const WARM_UP_MS = 3000;
const GRACE_MS = 2500; // what the cache knows lives for two seconds
const REFUSED = "503 UNAVAILABLE";
const LOOK_MS = 100;
const LONGEST = 3; // times an outage's seconds, on a slow machine

/**
 * Goes through the outages of these dependencies in a town. Redis is left out where the machine has none.
 * @param tell hears of each outage when it is over
 */
export async function outages(
  town: Town,
  dependencies: readonly Dependency[],
  { inbox, claims }: Before,
  tell: (outage: Outage) => void,
): Promise<Report> {
  const screen = await startScreen(town);
  try {
    const load = await startLoad(town);
    await sleep(WARM_UP_MS);
    const found: Outage[] = [];
    for (const { dependency, way } of outagesOf(dependencies)) {
      if (!town.doors[dependency]) continue;
      const over = await outage({ town, load, screen, inbox }, dependency, way);
      found.push(over);
      tell(over);
    }
    await load.stop();
    return { outages: found, lost: await losses(town, [...claims, ...load.claims], inbox) };
  } finally {
    await screen.close();
  }
}

async function outage(scene: Scene, dependency: Dependency, way: Way): Promise<Outage> {
  const { town, load, screen, inbox } = scene;
  const { seconds } = EXPECTED[dependency][way];
  const door = town.doors[dependency];
  const change = await screen.open(await load.newOrder());

  const begun = { at: performance.now(), date: new Date() };
  await door?.set(way === "killed" ? "refuse" : "hang");
  change.begin();
  await lasting(load, begun.at, seconds * 1000);
  const ended = { at: performance.now(), date: new Date() };
  const screens = change.seen();
  await door?.set("pass");

  const recovered = await recovery({ load, sql: town.sql, change, ended });
  const samples = load.samples.filter(({ at }) => at >= begun.at && at < ended.at);
  const healths = load.healths.filter(({ at, ms }) => at >= begun.at && at + ms <= ended.at);
  const health = healths.at(-1)?.said ?? "nothing";
  const said = healths.find((answer) => answer.said === health);
  const touched = load.samples.filter(({ at, ms }) => at + ms >= begun.at);
  const slowest = samples.reduce((a, b) => (b.ms > a.ms ? b : a));
  return {
    dependency,
    way,
    seconds,
    ...judged(samples, touched, { begun: begun.at, ended: ended.at }),
    health,
    saidAfterMs: said && health !== "healthy" ? said.at + said.ms - begun.at : null,
    screens,
    mail: await mailIn(town.sql, inbox, { begun: begun.date, ended: ended.date }),
    slowest: { kind: slowest.kind, ms: slowest.ms },
    recovery: recovered,
  };
}

/** Waits for the outage's time, and longer until each kind has been answered in it. */
async function lasting(load: Load, begun: number, ms: number): Promise<void> {
  const isSeen = (now: number) =>
    KINDS.every((kind) => settled(load.samples, begun, now).some((sample) => sample.kind === kind));
  for (;;) {
    await sleep(LOOK_MS);
    const now = performance.now();
    if (now >= begun + ms && (isSeen(now) || now >= begun + LONGEST * ms)) return;
  }
}

/** What the outage alone decided: neither out of the cache nor let go by its end. */
function settled(samples: Sample[], begun: number, ended: number): Sample[] {
  return samples.filter(({ at, ms }) => at >= begun + GRACE_MS && at + ms <= ended);
}

/** Which kinds were refused, and what was answered that nobody promised. `touched` are the outage's samples and those it cut off. */
function judged(samples: Sample[], touched: Sample[], { begun, ended }: { begun: number; ended: number }) {
  const isPromised = (answer: string) => isSuccess(answer) || answer === REFUSED || answer === BARE;
  const odd = new Set(
    touched.filter(({ answer }) => !isPromised(answer)).map(({ kind, answer }) => `${kind}: ${answer}`),
  );
  const of: Record<string, Kind[]> = { [REFUSED]: [], [BARE]: [] };
  for (const kind of KINDS) {
    const asked = samples.filter((sample) => sample.kind === kind);
    const decided = settled(asked, begun, ended);
    const [first] = decided;
    if (first && asked.every(({ answer }) => isSuccess(answer))) continue;
    if (first && decided.every(({ answer }) => answer === first.answer) && of[first.answer]) {
      of[first.answer]?.push(kind);
    } else {
      odd.add(`${kind}: ${tally(decided)}`);
    }
  }
  return { refused: of[REFUSED] ?? [], bare: of[BARE] ?? [], odd: [...odd] };
}

function tally(samples: Sample[]): string {
  const groups = Map.groupBy(samples, ({ answer }) => answer);
  return [...groups].map(([answer, { length }]) => `${length} × ${answer}`).join(", ") || "never answered";
}
