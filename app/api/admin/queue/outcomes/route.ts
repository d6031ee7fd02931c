import { getJobOutcomes } from "@/lib/operations/queries";
import { JobOutcomes, OutcomesQuery } from "@/lib/operations/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "What became of replayed jobs, named as consumer:event",
    auth: ["admin"],
    query: OutcomesQuery,
    returns: JobOutcomes,
    handle: async ({ db, query }) => ok(await getJobOutcomes(db, query)),
  }),
});
