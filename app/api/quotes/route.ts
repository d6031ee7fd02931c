import { quoteOrder } from "@/lib/orders/queries";
import { Quote, QuoteDraft } from "@/lib/orders/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "What an order would cost, how long it would take, and what stands in its way",
    auth: "public",
    changes: false,
    body: QuoteDraft,
    returns: Quote,
    handle: async ({ db, body }) => ok(await quoteOrder(db, body)),
  }),
});
