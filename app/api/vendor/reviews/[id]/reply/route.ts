import { invalidate } from "@/lib/platform/cache";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";
import { replyToReview } from "@/lib/reviews/commands";
import { PanelReview, ReviewReply } from "@/lib/reviews/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: route({
    summary: "Answer a review, or change the answer",
    auth: ["vendor_admin"],
    params: IdParams,
    body: ReviewReply,
    returns: PanelReview,
    handle: async ({ db, params, body }) => {
      const review = await replyToReview(db, params.id, body);
      invalidate(`vendor:${review.vendor.slug}`);
      return ok(review);
    },
  }),
});
