import { OrderAlarms, seeOrder } from "@/lib/orders/alarms";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: route({
    summary:
      "Say that somebody at the branch has seen a new order: its alarm ends, its time to confirm goes on",
    auth: ["vendor_admin"],
    params: IdParams,
    returns: OrderAlarms,
    handle: async ({ db, params }) => ok(await seeOrder(db, params.id)),
  }),
});
