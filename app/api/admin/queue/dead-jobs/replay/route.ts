import { replayJobs } from "@/lib/operations/commands";
import { Affected, DeadJobSelection } from "@/lib/operations/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Send dead letters through again: some by id, one consumer's, or all",
    auth: ["admin"],
    body: DeadJobSelection,
    returns: Affected,
    handle: async ({ db, body }) => ok(await replayJobs(db, body)),
  }),
});
