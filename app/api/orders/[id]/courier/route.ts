import { assignCourier } from "@/lib/orders/commands";
import { Assignment, Order } from "@/lib/orders/schema";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: route({
    summary: "Hand an order to one of the vendor's couriers, or take it back",
    auth: ["vendor_admin", "admin"],
    params: IdParams,
    body: Assignment,
    returns: Order,
    handle: async ({ db, params, body }) => ok(await assignCourier(db, params.id, body)),
  }),
});
