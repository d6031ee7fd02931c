import { listOrderEvents } from "@/lib/orders/queries";
import { EventsQuery, OrderEventPage } from "@/lib/orders/schema";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "What happened to an order, oldest first",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    params: IdParams,
    query: EventsQuery,
    returns: OrderEventPage,
    handle: async ({ db, params, query }) => ok(await listOrderEvents(db, params.id, query)),
  }),
});
