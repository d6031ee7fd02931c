import { after } from "next/server";
import { runSagasAfter } from "@/lib/flows/run-sagas";
import { getPayment } from "@/lib/payments/queries";
import { Payment } from "@/lib/payments/schema";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "A card payment the caller makes",
    auth: ["customer"],
    params: IdParams,
    returns: Payment,
    handle: async ({ db, params, requestId }) => {
      const payment = await getPayment(db, params.id);
      // Somebody waits for it: the provider is asked now, not when the scheduler next comes round.
      if (payment.status === "processing") after(() => runSagasAfter(requestId, payment.id));
      return ok(payment);
    },
  }),
});
