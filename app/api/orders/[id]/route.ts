import { getOrder } from "@/lib/orders/queries";
import { Order } from "@/lib/orders/schema";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "One order",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    params: IdParams,
    returns: Order,
    handle: async ({ db, params }) => ok(await getOrder(db, params.id)),
  }),
});
