// When a position is sent, as a pure decision over time: at most every 15 s, sooner after a real move, never a stale one
// as if it were fresh. Of what was measured while nothing could be sent only the newest fix is kept.
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
export type Sharing = { newest: Fix | null; sent: { fix: Fix; at: number } | null; blockedUntil: number };

/** `locate` asks the device for a fresh fix: a resting phone tells nothing by itself, and a position ages out after 45 s. */
export type Step = { act: "send" } | { act: "locate" } | { act: "wait"; ms: number };

export const EVERY_MS = 15_000;
/** A move this long is told at once. */
export const MOVED_M = 50;
/** Even at speed the map needs no more than this. */
export const SHORTEST_MS = 3_000;

/** What to do at `now` (ms since the epoch). */
export function nextStep({ newest, sent, blockedUntil }: Sharing, now: number): Step {
  if (now < blockedUntil) return { act: "wait", ms: blockedUntil - now };
  if (!sent) return newest ? { act: "send" } : { act: "wait", ms: EVERY_MS };
  const elapsed = now - sent.at;
  const fresh = newest !== null && newest.at > sent.fix.at;
  if (elapsed >= EVERY_MS) return fresh ? { act: "send" } : { act: "locate" };
  const due = fresh && metresBetween(newest, sent.fix) > MOVED_M ? SHORTEST_MS : EVERY_MS;
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
