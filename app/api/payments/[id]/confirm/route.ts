import { actOnPayment } from "@/lib/flows/card-payment";
import { Payment, PaymentConfirmation } from "@/lib/payments/schema";
import { keyed } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Submit a card, or look what the provider says of one",
    auth: ["customer"],
    idempotent: true,
    params: IdParams,
    body: PaymentConfirmation,
    returns: Payment,
    handle: async ({ body, params, db, key, requestId }) =>
      keyed(200, await actOnPayment(params.id, { action: "confirm", ...body }, { db, key, requestId })),
  }),
});
