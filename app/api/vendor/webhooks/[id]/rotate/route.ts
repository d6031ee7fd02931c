import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";
import { rotateSecret } from "@/lib/webhooks/commands";
import { EndpointWithSecret } from "@/lib/webhooks/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Give a webhook endpoint a new secret; for 24 hours deliveries are signed with both",
    auth: ["vendor_admin"],
    params: IdParams,
    returns: EndpointWithSecret,
    handle: async ({ db, params }) => ok(await rotateSecret(db, params.id)),
  }),
});
