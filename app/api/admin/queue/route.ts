import { getQueue } from "@/lib/operations/queries";
import { QueueState } from "@/lib/operations/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "How the queue stands: what waits, what failed, and the scheduled jobs",
    auth: ["admin"],
    returns: QueueState,
    handle: async ({ db }) => ok(await getQueue(db)),
  }),
});
