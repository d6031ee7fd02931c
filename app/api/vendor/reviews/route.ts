import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { listVendorReviews } from "@/lib/reviews/queries";
import { PanelReviewPage, VendorReviewsQuery } from "@/lib/reviews/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "What customers say of your vendor, newest first",
    auth: ["vendor_admin"],
    query: VendorReviewsQuery,
    returns: PanelReviewPage,
    handle: async ({ db, query }) => ok(await listVendorReviews(db, query)),
  }),
});
