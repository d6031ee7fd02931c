import { noContent, ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";
import { deleteEndpoint, updateEndpoint } from "@/lib/webhooks/commands";
import { Endpoint, EndpointPatch } from "@/lib/webhooks/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route({
    summary: "Change a webhook endpoint, or switch it off and on",
    auth: ["vendor_admin"],
    params: IdParams,
    body: EndpointPatch,
    returns: Endpoint,
    handle: async ({ db, params, body }) => ok(await updateEndpoint(db, params.id, body)),
  }),
  DELETE: route({
    summary: "Delete a webhook endpoint and its log",
    auth: ["vendor_admin"],
    params: IdParams,
    status: 204,
    returns: null,
    handle: async ({ db, params }) => {
      await deleteEndpoint(db, params.id);
      return noContent();
    },
  }),
});
