import { listFavourites } from "@/lib/catalog/favourites";
import { VendorPage, VendorsQuery } from "@/lib/catalog/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The vendors you like, searched or filtered as all vendors are",
    auth: ["customer"],
    query: VendorsQuery,
    returns: VendorPage,
    handle: async ({ db, query }) => ok(await listFavourites(db, query)),
  }),
});
