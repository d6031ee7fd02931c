import { actOnPayment } from "@/lib/flows/card-payment";
import { Payment } from "@/lib/payments/schema";
import { keyed } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Make a payment known to the provider",
    auth: ["customer"],
    idempotent: true,
    limit: "payments",
    params: IdParams,
    returns: Payment,
    handle: async ({ params, db, key, requestId }) =>
      keyed(200, await actOnPayment(params.id, { action: "start" }, { db, key, requestId })),
  }),
});
