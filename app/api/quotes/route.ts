import { quoteOrder } from "@/lib/orders/queries";
import { Quote, QuoteDraft } from "@/lib/orders/schema";
import { ApiError } from "@/lib/platform/errors";
import { tokenOf } from "@/lib/platform/http/actor";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { databaseAs } from "@/lib/platform/supabase";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "What an order would cost, how long it would take, and what stands in its way",
    auth: "public",
    changes: false,
    body: QuoteDraft,
    returns: Quote,
    handle: async ({ db, body, request, requestId }) => {
      // How often somebody has used a coupon is theirs to be told; for all else, and for a session that has ended, they are a stranger.
      const token = body.coupon ? tokenOf(request) : null;
      const asked = token ? quoteOrder(databaseAs(token, requestId), body) : null;
      const quote = await asked?.catch((error: unknown) => {
        if (error instanceof ApiError && error.code === "UNAUTHENTICATED") return null;
        throw error;
      });
      return ok(quote ?? (await quoteOrder(db, body)));
    },
  }),
});
