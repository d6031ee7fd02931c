// Whether what KapGel stands on answers. Each check has its own time limit; none needs a person's rights.
import "server-only";
import { env } from "./env";
import { databaseAs } from "./supabase";

export type Check = { status: "healthy" | "unhealthy"; latency_ms: number };

const LIMIT_MS = 1500;

/** Whether one call reaches Postgres through the API. */
export const checkDatabase = () => timed(async () => databaseAs(null, crypto.randomUUID()).call("health"));

/** Whether the realtime server answers; a plain request to its socket is refused politely (4xx) by a living one. */
export const checkRealtime = () =>
  timed(async () => {
    const url = new URL("/realtime/v1/websocket", env().NEXT_PUBLIC_SUPABASE_URL);
    const response = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MS) });
    await response.body?.cancel();
    if (response.status >= 500) {
      throw new Error(`realtime answered ${response.status}`);
    }
  });

async function timed(check: () => Promise<unknown>): Promise<Check> {
  const start = performance.now();
  const status = await Promise.race([
    check().then(
      () => "healthy" as const,
      () => "unhealthy" as const,
    ),
    new Promise<"unhealthy">((resolve) => setTimeout(resolve, LIMIT_MS, "unhealthy")),
  ]);
  return { status, latency_ms: Math.round(performance.now() - start) };
}
