import { answerBank } from "@/lib/flows/card-payment";
import { ChallengeAnswer, Payment } from "@/lib/payments/schema";
import { keyed } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Answer the sandbox bank's question",
    auth: ["customer"],
    idempotent: true,
    params: IdParams,
    body: ChallengeAnswer,
    returns: Payment,
    handle: async ({ body, params, db, key, requestId }) =>
      keyed(200, await answerBank(params.id, body.approve, { db, key, requestId })),
  }),
});
