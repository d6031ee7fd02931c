import { transitionOrder } from "@/lib/orders/commands";
import { Order, Transition } from "@/lib/orders/schema";
import { invalidate } from "@/lib/platform/cache";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Move an order to another status",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    params: IdParams,
    body: Transition,
    returns: Order,
    handle: async ({ db, params, body }) => {
      const order = await transitionOrder(db, params.id, body);
      invalidate(`branch:${order.branch.id}`); // an unhappy end puts stock back on the menu
      return ok(order);
    },
  }),
});
