// A sliding window in this process: what holds while Redis is away, and where there is none. Counts as @upstash/ratelimit does: the window
// before weighs by what of it the last `seconds` still see.
import { LRUCache } from "lru-cache";
import { LIMITS, type LimitName } from "./limits";
import type { Verdict } from "./verdict";

// Beyond it the longest unused are forgotten, so that memory is bounded whoever knocks. A key names its window: none is ever too old to be right.
const MOST_KEYS = 20_000;

const counts = new LRUCache<string, number>({ max: MOST_KEYS });

/** Takes one of `key`'s share under a limit. `peek` asks without taking. */
export function takeInMemory(name: LimitName, key: string, peek = false, now = Date.now()): Verdict {
  const { max, seconds } = LIMITS[name];
  const length = seconds * 1000;
  const window = Math.floor(now / length);
  const at = (of: number) => `${name} ${key} ${of}`;
  const current = counts.get(at(window)) ?? 0;
  const before = counts.get(at(window - 1)) ?? 0;
  const used = current + Math.floor(before * (1 - (now % length) / length));
  const allowed = used < max;
  if (allowed && !peek) counts.set(at(window), current + 1);
  const left = max - used - (peek ? 0 : 1);
  return { allowed, limit: max, remaining: Math.max(0, left), resetAt: (window + 1) * length };
}
