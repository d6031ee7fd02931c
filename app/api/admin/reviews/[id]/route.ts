import { invalidate } from "@/lib/platform/cache";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";
import { moderateReview } from "@/lib/reviews/commands";
import { PanelReview, ReviewDecision } from "@/lib/reviews/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route({
    summary: "Hide a review or show it again, with a reason",
    auth: ["admin"],
    params: IdParams,
    body: ReviewDecision,
    returns: PanelReview,
    handle: async ({ db, params, body }) => {
      const review = await moderateReview(db, params.id, body);
      invalidate("catalog");
      return ok(review);
    },
  }),
});
