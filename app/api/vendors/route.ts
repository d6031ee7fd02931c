import { listVendors } from "@/lib/catalog/queries";
import { VendorPage, VendorsQuery } from "@/lib/catalog/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Vendors in a place or delivering to a point, searched or filtered",
    auth: "public",
    query: VendorsQuery,
    returns: VendorPage,
    cache: { seconds: 2, tags: () => ["catalog"] },
    handle: async ({ db, query }) => ok(await listVendors(db, query)),
  }),
});
