import { NeighborhoodPage, PlacesQuery, searchPlaces } from "@/lib/catalog/places";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Neighbourhoods by name, however it is typed",
    auth: "public",
    query: PlacesQuery,
    returns: NeighborhoodPage,
    handle: async ({ db, query }) => ok(await searchPlaces(db, query.q)),
  }),
});
