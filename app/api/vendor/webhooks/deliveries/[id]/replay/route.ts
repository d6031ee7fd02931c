import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";
import { replayDelivery } from "@/lib/webhooks/commands";
import { Delivery } from "@/lib/webhooks/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Send a webhook delivery again: the same id and payload, newly signed",
    auth: ["vendor_admin"],
    params: IdParams,
    returns: Delivery,
    handle: async ({ db, params }) => ok(await replayDelivery(db, params.id)),
  }),
});
