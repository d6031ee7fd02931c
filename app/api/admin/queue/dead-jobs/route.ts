import { listDeadJobs } from "@/lib/operations/queries";
import { DeadJobPage, DeadJobsQuery } from "@/lib/operations/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Dead letters, newest first, with payload and failures",
    auth: ["admin"],
    query: DeadJobsQuery,
    returns: DeadJobPage,
    handle: async ({ db, query }) => ok(await listDeadJobs(db, query)),
  }),
});
