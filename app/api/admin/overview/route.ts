import { getOverview } from "@/lib/desk/queries";
import { Overview } from "@/lib/desk/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "What waits for an operator, and today's figures",
    auth: ["admin"],
    returns: Overview,
    handle: async ({ db }) => ok(await getOverview(db)),
  }),
});
