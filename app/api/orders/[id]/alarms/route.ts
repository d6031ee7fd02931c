import { getOrderAlarms, OrderAlarms } from "@/lib/orders/alarms";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Whom an unanswered order has called, step by step, and who has seen it",
    auth: ["vendor_admin", "admin"],
    params: IdParams,
    returns: OrderAlarms,
    handle: async ({ db, params }) => ok(await getOrderAlarms(db, params.id)),
  }),
});
