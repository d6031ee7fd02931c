import { invalidate } from "@/lib/platform/cache";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";
import { reviewOrder } from "@/lib/reviews/commands";
import { getOrderReview } from "@/lib/reviews/queries";
import { OrderReview, ReviewDraft } from "@/lib/reviews/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "What you said of an order, and until when you may",
    auth: ["customer"],
    params: IdParams,
    returns: OrderReview,
    handle: async ({ db, params }) => ok(await getOrderReview(db, params.id)),
  }),
  PUT: route({
    summary: "Review an order that has come, or correct the review within a day",
    auth: ["customer"],
    params: IdParams,
    body: ReviewDraft,
    returns: OrderReview,
    handle: async ({ db, params, body }) => {
      const said = await reviewOrder(db, params.id, body);
      invalidate("catalog");
      return ok(said);
    },
  }),
});
