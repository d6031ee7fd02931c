import { Waiver, waiveCode } from "@/lib/orders/handover";
import { Order } from "@/lib/orders/schema";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Let an order on the road be handed over without its code",
    auth: ["vendor_admin", "admin"],
    params: IdParams,
    body: Waiver,
    returns: Order,
    handle: async ({ db, params, body }) => ok(await waiveCode(db, params.id, body)),
  }),
});
