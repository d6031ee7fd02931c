import { getVendor } from "@/lib/catalog/queries";
import { VendorDetail, VendorParams, VendorQuery } from "@/lib/catalog/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "A vendor and its branches, with fee and ETA to a point",
    auth: "public",
    params: VendorParams,
    query: VendorQuery,
    returns: VendorDetail,
    cache: { seconds: 2, tags: ({ params }) => ["catalog", `vendor:${params.slug}`] },
    handle: async ({ db, params, query }) => ok(await getVendor(db, params.slug, query)),
  }),
});
