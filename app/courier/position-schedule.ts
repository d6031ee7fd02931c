// When a position is sent, as a pure decision over time: at most every 15 s, sooner after a real move, less often at rest, never a stale one
// as if it were fresh. What was measured while nothing could be sent is a trail (position-trail.ts), and never where the courier is.
import { metresBetween } from "@/lib/format/distance";

/** One measurement of the device. `at` is when it was taken, in ms since the epoch. */
export type Fix = {
  lat: number;
  lng: number;
  /** Metres. */
  accuracy: number | null;
  /** Degrees from north. */
  heading: number | null;
  /** Metres a second. */
  speed: number | null;
  at: number;
};

/** `sent` is the last fix that arrived with the time it left; `blockedUntil` is when a failed send may be tried again. */
export type Sharing = {
  newest: Fix | null;
  sent: { fix: Fix; at: number } | null;
  blockedUntil: number;
  rest?: Rest | null;
};

/** Where the courier has stayed, and since when (ms since the epoch). */
export type Rest = { at: Fix; since: number };

/** `locate` asks the device for a fresh fix: a resting phone tells nothing by itself, and a position ages out after 45 s. */
export type Step = { act: "send" } | { act: "locate" } | { act: "wait"; ms: number };

export const EVERY_MS = 15_000;
/** A move this long is told at once. */
export const MOVED_M = 50;
/** Even at speed the map needs no more than this. */
export const SHORTEST_MS = 3_000;

/** Within so many metres nobody has gone anywhere: a phone's position trembles. */
const REST_M = 25;
/** At a red light nobody rests. */
export const REST_AFTER_MS = 60_000;
/** At rest this spares the battery, and a position still does not age out (45 s) before the next. */
export const RESTING_EVERY_MS = 35_000;

/** The rest after one more fix: the same while the courier stays, a new one where they have moved. */
export function restOf(rest: Rest | null | undefined, fix: Fix): Rest {
  return rest && metresBetween(rest.at, fix) <= REST_M ? rest : { at: fix, since: fix.at };
}

/** What to do at `now` (ms since the epoch). */
export function nextStep({ newest, sent, blockedUntil, rest }: Sharing, now: number): Step {
  const every = rest && now - rest.since >= REST_AFTER_MS ? RESTING_EVERY_MS : EVERY_MS;
  if (now < blockedUntil) return { act: "wait", ms: blockedUntil - now };
  if (!sent) return newest ? { act: "send" } : { act: "wait", ms: EVERY_MS };
  const elapsed = now - sent.at;
  const fresh = newest !== null && newest.at > sent.fix.at;
  if (elapsed >= every) return fresh ? { act: "send" } : { act: "locate" };
  const due = fresh && metresBetween(newest, sent.fix) > MOVED_M ? SHORTEST_MS : every;
  return elapsed >= due ? { act: "send" } : { act: "wait", ms: due - elapsed };
}

/** The later of two fixes: devices deliver out of order after a sleep. */
export function newerOf(known: Fix | null, next: Fix): Fix {
  return known && known.at > next.at ? known : next;
}

/** How long to leave the network alone after `failures` failed sends in a row, in ms: 2 s, 4 s, 8 s, then 15 s. */
export function backoffMs(failures: number): number {
  return Math.min(EVERY_MS, 1_000 * 2 ** failures);
}
