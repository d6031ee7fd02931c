import { VendorParams } from "@/lib/catalog/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { listReviews } from "@/lib/reviews/queries";
import { ReviewPage, ReviewsQuery } from "@/lib/reviews/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "What customers say of a vendor, newest first",
    auth: "public",
    params: VendorParams,
    query: ReviewsQuery,
    returns: ReviewPage,
    cache: { seconds: 2, tags: ({ params }) => ["catalog", `vendor:${params.slug}`] },
    handle: async ({ db, params, query }) => ok(await listReviews(db, params.slug, query)),
  }),
});
