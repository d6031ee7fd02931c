// Turkey's cities, districts and neighbourhoods, for choosing where to browse and where to deliver.
import { z } from "zod";
import { pageOf, text } from "@/lib/platform/http/fields";
import type { Database } from "@/lib/platform/supabase";

/** A city or a district; `lat`/`lng` its middle, `vendor_count` the vendors with a branch there. */
export const Place = z.object({
  id: z.number().int(),
  slug: z.string(),
  name: z.string(),
  lat: z.number().nullable(),
  lng: z.number().nullable(),
  vendor_count: z.number().int(),
});
export type Place = z.infer<typeof Place>;
export const PlacePage = pageOf(Place);

export const Neighborhood = z.object({
  id: z.number().int(),
  name: z.string(),
  district: z.string(),
  city: z.string(),
  city_slug: z.string(),
  district_slug: z.string(),
  lat: z.number().nullable(),
  lng: z.number().nullable(),
});
export type Neighborhood = z.infer<typeof Neighborhood>;
export const NeighborhoodPage = pageOf(Neighborhood);

export const PlacesQuery = z.object({ q: text(1, 80) });
export const CityParams = z.object({ slug: z.string().regex(/^[a-z0-9-]{1,80}$/) });

/** Every city, as a Turkish dictionary sorts them. */
export async function listCities(db: Database) {
  return PlacePage.parse(await db.call("list_cities"));
}

/** The districts of a city. Throws NOT_FOUND for an unknown slug. */
export async function listDistricts(db: Database, city: string) {
  return PlacePage.parse(await db.call("list_districts", { city }));
}

/** Up to ten neighbourhoods whose names are like the words. */
export async function searchPlaces(db: Database, q: string) {
  return NeighborhoodPage.parse(await db.call("search_places", { q }));
}
