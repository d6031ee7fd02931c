import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { listAdminReviews } from "@/lib/reviews/queries";
import { AdminReviewsQuery, PanelReviewPage } from "@/lib/reviews/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Everybody's reviews, newest first",
    auth: ["admin"],
    query: AdminReviewsQuery,
    returns: PanelReviewPage,
    handle: async ({ db, query }) => ok(await listAdminReviews(db, query)),
  }),
});
