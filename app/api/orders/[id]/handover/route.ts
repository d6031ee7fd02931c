import { HandOver, handOver } from "@/lib/orders/handover";
import { Order } from "@/lib/orders/schema";
import { keyed } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Hand an order over at the door, with the customer's code or on the courier's word",
    auth: ["courier"],
    idempotent: true,
    params: IdParams,
    body: HandOver,
    returns: Order,
    handle: async ({ db, params, body, key }) => keyed(200, await handOver(db, params.id, body, key)),
  }),
});
