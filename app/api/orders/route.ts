import { after } from "next/server";
import { runSagasAfter } from "@/lib/flows/run-sagas";
import { placeOrder } from "@/lib/orders/commands";
import { listOrders } from "@/lib/orders/queries";
import { Order, OrderPage, OrdersQuery, PlaceOrder } from "@/lib/orders/schema";
import { invalidate } from "@/lib/platform/cache";
import { keyed, ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The orders that are the caller's to see, newest first",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    query: OrdersQuery,
    returns: OrderPage,
    handle: async ({ db, query }) => ok(await listOrders(db, query)),
  }),
  POST: route({
    summary: "Place an order",
    auth: ["customer"],
    idempotent: true,
    body: PlaceOrder,
    status: 201,
    returns: Order,
    handle: async ({ db, body, key, requestId }) => {
      const result = await placeOrder(db, body, key);
      invalidate(`branch:${body.branch_id}`); // the menu may have sold its last piece
      const payment = result.body.payment_id;
      if (payment && !result.replayed) after(() => runSagasAfter(requestId, payment));
      return keyed(201, result);
    },
  }),
});
