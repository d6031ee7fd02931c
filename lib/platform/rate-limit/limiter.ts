// Who asks too often is told when to come again. Counted on Upstash Redis, for all instances together; while that is away or slow each
// instance counts for itself, says so once, and tries again: an outage of Redis must not take orders down. Runs at the edge too.
import { Ratelimit } from "@upstash/ratelimit";
import { Redis } from "@upstash/redis";
import { bulkhead } from "cockatiel";
import { LRUCache } from "lru-cache";
import { perProcess } from "../per-process";
import { LIMITS, type LimitName } from "./limits";
import { takeInMemory } from "./memory";
import type { Verdict } from "./verdict";

const PATIENCE_MS = 100;
const PATIENCE_STEPS = 5;
const CLOSE_MS = 1000; // then what was asked in vain is dropped, with its socket
const AGAIN_MS = 5000;

// A burst waits here and not at Redis, whose slowness would then be of our making; most of it is blocked by the time it is let in.
const atOnce = bulkhead(32, Number.POSITIVE_INFINITY);

// What @upstash/ratelimit remembers of those over a limit.
const blocked = new Map<string, number>();

type State = { away: boolean; againAt: number; redis?: Redis; limits: Map<LimitName, Ratelimit> };

const state = perProcess<State>("limits", () => ({ away: false, againAt: 0, limits: new Map() }));

type Backend = "redis" | "memory" | "disabled";

/** RATE_LIMIT_BACKEND, or what there is. */
function backend(): Backend {
  const chosen = process.env.RATE_LIMIT_BACKEND as Backend | undefined;
  return chosen ?? (process.env.UPSTASH_REDIS_REST_URL ? "redis" : "memory");
}

/**
 * Takes one of somebody's share under a limit.
 * @param who a person's id or an address; no more of it than a keyed hash leaves this process
 * @param peek asks without taking
 * @returns null when limits are switched off
 */
export async function take(name: LimitName, who: string, peek = false): Promise<Verdict | null> {
  const kind = backend();
  if (kind === "disabled") return null;
  if (kind === "redis" && !isAway()) {
    const key = await hashed(who);
    const verdict = await atOnce
      .execute(() => (isAway() ? null : Promise.race([askRedis(name, key, peek), patience()])))
      .catch(() => null);
    if (verdict || !isAway()) note(verdict === null);
    if (verdict) return verdict;
  }
  return takeInMemory(name, who, peek);
}

/** Whether this process limits for itself because Redis does not answer; null where limits are not to be shared. */
export function redisIsAway(): boolean | null {
  return backend() === "redis" ? state.away : null;
}

const isAway = () => Date.now() < state.againAt;

// In steps: when this process is busy itself, a single timer would run out before it has looked at an answer that is there.
async function patience(): Promise<null> {
  for (let step = 0; step < PATIENCE_STEPS; step++) {
    await new Promise((done) => setTimeout(done, PATIENCE_MS / PATIENCE_STEPS));
  }
  return null;
}

async function askRedis(name: LimitName, key: string, peek: boolean): Promise<Verdict> {
  const limit = limitOnRedis(name);
  if (peek) {
    const { remaining, reset, limit: most } = await limit.getRemaining(key);
    return { allowed: remaining > 0, limit: most, remaining: Math.max(0, remaining), resetAt: reset };
  }
  const { success, remaining, reset } = await limit.limit(key);
  return { allowed: success, limit: LIMITS[name].max, remaining: Math.max(0, remaining), resetAt: reset };
}

function limitOnRedis(name: LimitName): Ratelimit {
  const known = state.limits.get(name);
  if (known) return known;
  state.redis ??= new Redis({
    url: process.env.UPSTASH_REDIS_REST_URL ?? "",
    token: process.env.UPSTASH_REDIS_REST_TOKEN ?? "",
    retry: false,
    signal: () => AbortSignal.timeout(CLOSE_MS),
    enableTelemetry: false,
  });
  const { max, seconds } = LIMITS[name];
  const made = new Ratelimit({
    redis: state.redis,
    limiter: Ratelimit.slidingWindow(max, `${seconds} s`),
    prefix: `kapgel:limit:${name}`,
    timeout: 0, // ours tells an outage from an answer; theirs lets everybody pass
    ephemeralCache: blocked, // whoever is over the limit costs Redis nothing until the window ends
  });
  state.limits.set(name, made);
  return made;
}

function note(failed: boolean): void {
  if (failed) state.againAt = Date.now() + AGAIN_MS;
  if (failed === state.away) return;
  state.away = failed;
  // biome-ignore lint/suspicious/noConsole: the edge has no stderr for lib/platform/logger.ts to write to
  console.warn(
    JSON.stringify({
      level: "warn",
      time: new Date().toISOString(),
      message: failed
        ? "Redis is away: each instance limits for itself"
        : "Redis is back: limits are shared again",
    }),
  );
}

let hmacKey: Promise<CryptoKey> | undefined;

// Web Crypto signs in another thread, which costs more than all else here; who asks once asks again.
const hashes = new LRUCache<string, string>({ max: 5_000 });

// Keyed, so that nobody who reads Redis can try out addresses.
async function hashed(who: string): Promise<string> {
  const known = hashes.get(who);
  if (known) return known;
  const bytes = (text: string) => new TextEncoder().encode(text);
  hmacKey ??= crypto.subtle.importKey(
    "raw",
    bytes(process.env.CRON_SECRET ?? "kapgel"),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const digest = new Uint8Array(await crypto.subtle.sign("HMAC", await hmacKey, bytes(who)));
  const hash = Array.from(digest.subarray(0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("");
  hashes.set(who, hash);
  return hash;
}
