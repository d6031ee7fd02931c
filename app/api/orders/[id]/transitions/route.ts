import { after } from "next/server";
import { runSagasAfter } from "@/lib/flows/run-sagas";
import { transitionOrder } from "@/lib/orders/commands";
import { Order, Transition } from "@/lib/orders/schema";
import { invalidate } from "@/lib/platform/cache";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

const isUnpaidEnd = (order: Order) => order.status === "CANCELED_BY_USER" && order.payment_method === "card";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Move an order to another status",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    params: IdParams,
    body: Transition,
    returns: Order,
    handle: async ({ db, params, body, requestId }) => {
      const order = await transitionOrder(db, params.id, body);
      invalidate(`branch:${order.branch.id}`); // an unhappy end puts stock back on the menu
      if (order.refunds.some(({ status }) => status === "pending") || isUnpaidEnd(order)) {
        after(() => runSagasAfter(requestId)); // money goes back, or a card that is no longer wanted is given up
      }
      return ok(order);
    },
  }),
});
