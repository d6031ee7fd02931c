import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";
import { listDeliveries } from "@/lib/webhooks/queries";
import { DeliveriesQuery, DeliveryPage } from "@/lib/webhooks/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "What was sent to a webhook endpoint, newest first",
    auth: ["vendor_admin", "admin"],
    params: IdParams,
    query: DeliveriesQuery,
    returns: DeliveryPage,
    handle: async ({ db, params, query }) => ok(await listDeliveries(db, params.id, query)),
  }),
});
