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
 */
export function cached<T>(
  key: string,
  seconds: number,
  tags: readonly string[],
  read: () => Promise<T>,
): Promise<T> {
  const hit = entries.get(key);
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
