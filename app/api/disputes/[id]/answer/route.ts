import { answerDispute } from "@/lib/disputes/commands";
import { Dispute, DisputeAnswer } from "@/lib/disputes/schema";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Answer a customer's problem as the order's vendor",
    auth: ["vendor_admin"],
    params: IdParams,
    body: DisputeAnswer,
    returns: Dispute,
    handle: async ({ db, params, body }) => ok(await answerDispute(db, params.id, body.answer)),
  }),
});
