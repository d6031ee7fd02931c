// Whether what KapGel stands on answers. Each check has its own time limit and its answer stands for a moment: anybody may ask, and asking
// must not become a load. None needs a person's rights, and none says more than how it went.
import "server-only";
import { z } from "zod";
import { env } from "./env";
import { checkMail, mailIsOn } from "./mail";
import { perProcess } from "./per-process";
import { databaseAs } from "./supabase";

/** `off`: this deployment has none. */
export const Check = z.object({
  status: z.enum(["healthy", "unhealthy", "off"]),
  latency_ms: z.number().int(),
});
export type Check = z.infer<typeof Check>;

const LIMIT_MS = 1000;
const MEMORY_MS = 1000;
/** For a party that would mind being asked every second: a login at the mail server, a provider's public address. */
export const LONG_MEMORY_MS = 30_000;
const DOUBTED_MS = 5000; // of those: what failed, or was contradicted by a call
const OFF: Check = { status: "off", latency_ms: 0 };

type Answered = { at: number; memoryMs: number; check: Promise<Check> };
const checks = perProcess("health", () => new Map<string, Answered>());

/** Asks a dependency, or answers what it answered a moment ago. `ask` resolves when it is healthy. */
export function checked(name: string, memoryMs: number, ask: () => Promise<unknown>): Promise<Check> {
  const known = checks.get(name);
  if (known && performance.now() - known.at < known.memoryMs) return known.check;
  const check = timed(ask);
  checks.set(name, { at: performance.now(), memoryMs, check });
  void check.then(({ status }) => {
    if (status === "unhealthy") doubt(name);
  });
  return check;
}

/** To be told by a call that found the party away: a check that went well half a minute ago no longer stands. */
export function doubt(name: string): void {
  const known = checks.get(name);
  if (known) known.memoryMs = Math.min(known.memoryMs, DOUBTED_MS);
}

/** Whether one call reaches Postgres through the API. */
export const checkDatabase = () =>
  checked("database", MEMORY_MS, () => databaseAs(null, crypto.randomUUID()).call("health"));

/** Whether the realtime server answers; a plain request to its socket is refused politely (4xx) by a living one. */
export const checkRealtime = () =>
  checked("realtime", MEMORY_MS, () =>
    fetched(new URL("/realtime/v1/websocket", env().NEXT_PUBLIC_SUPABASE_URL)),
  );

/** Whether the Redis that limits are counted on answers. */
export async function checkRedis(): Promise<Check> {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env();
  if (!url) return OFF;
  return checked("redis", MEMORY_MS, async () => {
    const { ok } = await fetched(new URL("/ping", url), { Authorization: `Bearer ${token}` });
    if (!ok) throw new Error("Redis refuses us.");
  });
}

/** Whether the mail server lets us in. */
export async function checkEmail(): Promise<Check> {
  return mailIsOn() ? checked("email", LONG_MEMORY_MS, checkMail) : OFF;
}

/**
 * The answer of an address that is expected to be up.
 * @throws Error when none comes in time, or one that says that it is down
 */
export async function fetched(url: URL, headers: Record<string, string> = {}): Promise<Response> {
  const response = await fetch(url, { headers, redirect: "manual", signal: AbortSignal.timeout(LIMIT_MS) });
  await response.body?.cancel();
  if (response.status >= 500) throw new Error(`answered ${response.status}`);
  return response;
}

async function timed(ask: () => Promise<unknown>): Promise<Check> {
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const status = await Promise.race([
    ask().then(
      () => "healthy" as const,
      () => "unhealthy" as const,
    ),
    new Promise<"unhealthy">((resolve) => {
      timer = setTimeout(resolve, LIMIT_MS, "unhealthy");
    }),
  ]);
  clearTimeout(timer);
  return { status, latency_ms: Math.round(performance.now() - start) };
}
