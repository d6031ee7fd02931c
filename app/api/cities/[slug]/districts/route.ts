import { CityParams, listDistricts, PlacePage } from "@/lib/catalog/places";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The districts of a city",
    auth: "public",
    params: CityParams,
    returns: PlacePage,
    cache: { seconds: 2, tags: () => ["catalog"] },
    handle: async ({ db, params }) => ok(await listDistricts(db, params.slug)),
  }),
});
