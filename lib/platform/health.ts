// Whether what KapGel stands on answers. Each check has its own time limit; none needs a person's rights.
import "server-only";
import { env } from "./env";
import { checkMail, mailIsOn } from "./mail";
import { databaseAs } from "./supabase";

export type Check = { status: "healthy" | "unhealthy"; latency_ms: number };

const LIMIT_MS = 1500;
const MAIL_MEMORY_MS = 30_000; // a login at the mail server for every caller of a public address would be asking for trouble

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

/** Whether the mail server lets us in; null where e-mail is off. What was found stands for half a minute. */
export function checkEmail(): Promise<Check | null> {
  if (!mail || performance.now() - mail.at > MAIL_MEMORY_MS) {
    mail = { at: performance.now(), check: mailIsOn() ? timed(checkMail) : Promise.resolve(null) };
  }
  return mail.check;
}

let mail: { at: number; check: Promise<Check | null> } | undefined;

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
