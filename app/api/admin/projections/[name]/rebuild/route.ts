import { methods, route } from "@/lib/platform/http/route";
import { rebuildProjection } from "@/lib/projections/commands";
import { Projection, ProjectionParams } from "@/lib/projections/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Count a projection from the first event again",
    auth: ["admin"],
    params: ProjectionParams,
    status: 202,
    returns: Projection,
    handle: async ({ db, params }) => ({ status: 202, body: await rebuildProjection(db, params.name) }),
  }),
});
