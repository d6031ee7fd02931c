import { created } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";
import { pingEndpoint } from "@/lib/webhooks/commands";
import { Delivery } from "@/lib/webhooks/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Send a webhook endpoint a ping; what came of it is in its log",
    auth: ["vendor_admin"],
    params: IdParams,
    status: 201,
    returns: Delivery,
    handle: async ({ db, params }) => created(await pingEndpoint(db, params.id)),
  }),
});
