import { created, ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { createEndpoint } from "@/lib/webhooks/commands";
import { listEndpoints } from "@/lib/webhooks/queries";
import { EndpointList, EndpointsQuery, EndpointWithSecret, NewEndpoint } from "@/lib/webhooks/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The webhook endpoints of the caller's vendor; an operator names the vendor",
    auth: ["vendor_admin", "admin"],
    query: EndpointsQuery,
    returns: EndpointList,
    handle: async ({ db, query }) => ok(await listEndpoints(db, query)),
  }),
  POST: route({
    summary: "Add a webhook endpoint; its secret is in this answer and in no other",
    auth: ["vendor_admin"],
    body: NewEndpoint,
    status: 201,
    returns: EndpointWithSecret,
    handle: async ({ db, body }) => created(await createEndpoint(db, body)),
  }),
});
