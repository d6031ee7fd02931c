import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { listProjections } from "@/lib/projections/queries";
import { ProjectionList } from "@/lib/projections/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Projections, with how far each has counted",
    auth: ["admin"],
    returns: ProjectionList,
    handle: async ({ db }) => ok(await listProjections(db)),
  }),
});
