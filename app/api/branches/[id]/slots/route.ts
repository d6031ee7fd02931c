import { BranchSlots, listSlots, SlotsQuery } from "@/lib/catalog/slots";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "When a branch could hand over an order of so many minutes of work",
    auth: "public",
    params: IdParams,
    query: SlotsQuery,
    returns: BranchSlots,
    cache: { seconds: 2, tags: ({ params }) => ["catalog", `branch:${params.id}`] },
    handle: async ({ db, params, query }) => ok(await listSlots(db, params.id, query)),
  }),
});
