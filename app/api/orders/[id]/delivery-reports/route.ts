import { FailureReport, reportFailure } from "@/lib/orders/handover";
import { Order } from "@/lib/orders/schema";
import { keyed } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Report that an order could not be handed over",
    auth: ["courier"],
    idempotent: true,
    params: IdParams,
    body: FailureReport,
    status: 201,
    returns: Order,
    handle: async ({ db, params, body, key }) => keyed(201, await reportFailure(db, params.id, body, key)),
  }),
});
