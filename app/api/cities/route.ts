import { listCities, PlacePage } from "@/lib/catalog/places";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Every city of Turkey, in Turkish order",
    auth: "public",
    returns: PlacePage,
    cache: { seconds: 2, tags: () => ["catalog"] },
    handle: async ({ db }) => ok(await listCities(db)),
  }),
});
