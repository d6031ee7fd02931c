// A job's door: open to the scheduler only, who brings the shared secret. Vercel's cron asks with GET, others with POST.
import { z } from "zod";
import { env } from "../env";
import { ApiError } from "../errors";
import { scheduled } from "../schedule";
import { type Database, databaseAsService } from "../supabase";
import { ok } from "./answer";
import { methods, route } from "./route";
import { brings } from "./secret";

/**
 * The methods of a job's URL.
 * @param name as in the table `scheduled_jobs`, where each run is noted
 * @param run is told where this app answers, and for which request, and returns what it did, for the scheduler's log
 */
export function job(
  name: string,
  summary: string,
  run: (db: Database, at: { origin: string; requestId: string }) => Promise<Record<string, unknown>>,
) {
  const handler = route({
    summary: `${summary} (for the scheduler: Authorization: Bearer CRON_SECRET)`,
    auth: "public",
    changes: false,
    returns: z.record(z.string(), z.unknown()),
    handle: async ({ request, requestId }) => {
      if (!brings(env().CRON_SECRET, request)) {
        throw new ApiError("UNAUTHENTICATED", "This job is run by the scheduler.");
      }
      const db = databaseAsService(requestId);
      return ok(await scheduled(db, name, () => run(db, { origin: request.nextUrl.origin, requestId })));
    },
  });
  return methods({ GET: handler, POST: handler });
}
