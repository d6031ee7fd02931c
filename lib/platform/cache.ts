// A small read-through cache inside one process: short-lived answers to public reads, dropped by tag when a write changes them.
// Another instance learns of a write when its own copy expires, so nothing here may live longer than a few seconds.
import { LRUCache } from "lru-cache";
import { count } from "./metrics";
import { perProcess } from "./per-process";

type Entry = { value: Promise<unknown>; tags: readonly string[] };

const entries = perProcess("cache", () => new LRUCache<string, Entry>({ max: 1000 }));

/**
 * The value under `key`, read once however many ask at the same time.
 * @param seconds how long it may be served before it is read again
 * @param tags what a write names to drop it
 * @param goodUntil from when on (ms) a value may not be served any more, however young it is
 */
export async function cached<T>(
  key: string,
  seconds: number,
  tags: readonly string[],
  read: () => Promise<T>,
  goodUntil: (value: T) => number = () => Number.POSITIVE_INFINITY,
): Promise<T> {
  const kept = entries.get(key);
  let hit = kept;
  if (kept) {
    const known = (await kept.value) as T;
    if (Date.now() >= goodUntil(known)) {
      const next = entries.get(key);
      hit = next === kept ? undefined : next; // of those who waited for one that is over, the first reads for the others
    }
  }
  count("kapgel_cache_reads_total", { outcome: hit ? "hit" : "miss" });
  if (hit) {
    return hit.value as Promise<T>;
  }
  const value = read();
  const entry = { value, tags };
  entries.set(key, entry, { ttl: seconds * 1000 });
  value.catch(() => {
    if (entries.get(key) === entry) {
      entries.delete(key);
    }
  });
  return value;
}

/** Drops every entry that carries the tag, also those still being read. */
export function invalidate(tag: string): void {
  for (const [key, entry] of entries.entries()) {
    if (entry.tags.includes(tag)) {
      entries.delete(key);
    }
  }
}
