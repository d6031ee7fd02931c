import { getOrder, getOrderAt } from "@/lib/orders/queries";
import { Order, OrderQuery } from "@/lib/orders/schema";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "One order, as it is or as it was at a time",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    params: IdParams,
    query: OrderQuery,
    returns: Order,
    handle: async ({ db, params, query }) =>
      ok(await (query.at ? getOrderAt(db, params.id, query.at) : getOrder(db, params.id))),
  }),
});
