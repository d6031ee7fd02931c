// What was measured while nothing could be sent, kept over a reload and bounded: a night without network must not fill the phone. Sent with the
// next position that gets through.
import type { Fix } from "./position-schedule";

/** As the API takes it: by how long ago, since a phone's clock may be off. */
export type Trailed = Omit<Fix, "at"> & { seconds_ago: number; order_id: string | null };
type Kept = Fix & { order_id: string | null };

/** Some fifty minutes at a fix every fifteen seconds; the API takes no more. */
export const LONGEST = 200;
/** Older than a shift is nobody's ride. */
const OLDEST_S = 43_200;

/** The trail with one more fix; over the bound every second of the older half goes, so that the whole way stays visible. */
export function withFix<T extends { at: number }>(trail: readonly T[], fix: T): T[] {
  if (trail.some(({ at }) => at === fix.at)) return [...trail];
  const next = [...trail, fix];
  const half = next.length / 2;
  return next.length > LONGEST ? next.filter((_, index) => index >= half || index % 2 === 0) : next;
}

export class PositionTrail {
  readonly #place: string;
  #fixes: Kept[];

  /** Each courier's own: a phone may be shared. */
  constructor(courierId: string) {
    this.#place = `courier-trail:${courierId}`;
    this.#fixes = readTrail(this.#place);
  }

  add(fix: Fix, orderId: string | null): void {
    this.#keep(withFix(this.#fixes, { ...fix, order_id: orderId }));
  }

  /** What to send at `now` (ms since the epoch). */
  toSend(now: number): Trailed[] {
    return this.#fixes
      .map(({ at, ...fix }) => ({ ...fix, seconds_ago: Math.max(0, Math.round((now - at) / 1000)) }))
      .filter(({ seconds_ago }) => seconds_ago <= OLDEST_S);
  }

  clear(): void {
    if (this.#fixes.length > 0) this.#keep([]);
  }

  #keep(fixes: Kept[]): void {
    this.#fixes = fixes;
    try {
      if (fixes.length > 0) localStorage.setItem(this.#place, JSON.stringify(fixes));
      else localStorage.removeItem(this.#place);
    } catch {
      // Storage is blocked or full: the trail lives as long as this page.
    }
  }
}

function readTrail(place: string): Kept[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "[]");
    return Array.isArray(kept) ? kept.slice(-LONGEST) : [];
  } catch {
    return [];
  }
}
