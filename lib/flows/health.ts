// How the house is: what it stands on, and what that means for all of it.
import "server-only";
import { z } from "zod";
import { checkPayments } from "@/lib/payments/health";
import { Check, checkDatabase, checkEmail, checkRealtime, checkRedis } from "@/lib/platform/health";

export const Health = z.object({
  status: z.enum(["healthy", "degraded", "unhealthy"]),
  checks: z.object({ database: Check, redis: Check, realtime: Check, payments: Check, email: Check }),
  version: z.string(),
  timestamp: z.iso.datetime(),
});
export type Health = z.infer<typeof Health>;

/** Every check at once. Without the database nothing works; without any of the others something waits, is slower, or is paid another way. */
export async function health(): Promise<Health> {
  const [database, redis, realtime, payments, email] = await Promise.all([
    checkDatabase(),
    checkRedis(),
    checkRealtime(),
    checkPayments(),
    checkEmail(),
  ]);
  const isDegraded = [redis, realtime, payments, email].some(({ status }) => status === "unhealthy");
  return {
    status: database.status === "unhealthy" ? "unhealthy" : isDegraded ? "degraded" : "healthy",
    checks: { database, redis, realtime, payments, email },
    version: process.env.VERCEL_GIT_COMMIT_SHA ?? "local",
    timestamp: new Date().toISOString(),
  };
}
