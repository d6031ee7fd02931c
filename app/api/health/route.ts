import { z } from "zod";
import { checkDatabase, checkEmail, checkRealtime } from "@/lib/platform/health";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

const Check = z.object({ status: z.enum(["healthy", "unhealthy"]), latency_ms: z.number().int() });
const OFF = { status: "off" as const, latency_ms: 0 };

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "How each dependency is doing",
    auth: "public",
    returns: z.object({
      status: z.enum(["healthy", "degraded", "unhealthy"]),
      checks: z.object({
        database: Check,
        realtime: Check,
        /** `off` where no mail server is set. */
        email: Check.extend({ status: z.enum(["healthy", "unhealthy", "off"]) }),
      }),
      version: z.string(),
      timestamp: z.iso.datetime(),
    }),
    handle: async () => {
      const [database, realtime, email] = await Promise.all([checkDatabase(), checkRealtime(), checkEmail()]);
      // Without realtime the screens poll, without the mail server e-mails wait; without the database nothing works.
      const status =
        database.status === "unhealthy"
          ? "unhealthy"
          : realtime.status === "unhealthy" || email?.status === "unhealthy"
            ? "degraded"
            : "healthy";
      const version = process.env.VERCEL_GIT_COMMIT_SHA ?? "local";
      return ok({
        status,
        checks: { database, realtime, email: email ?? OFF },
        version,
        timestamp: new Date().toISOString(),
      });
    },
  }),
});
