// The vendor list's URL: what it may say, and how a filter changes it. The URL is the list's only state.
import type { VendorsQuery } from "@/lib/catalog/schema";
import type { ChosenPlace } from "../place/place";

export type SearchParams = Record<string, string | string[] | undefined>;
/** `mode`: deliver to the chosen point, pick up in its district, or look everywhere. */
export type Mode = "delivery" | "pickup" | "all";
export type ListFilter = {
  q: string;
  category: string;
  open_now: boolean;
  mode: Mode;
  city: string;
  district: string;
  point: { lat: number; lng: number } | null;
};

/** What a URL asks for. */
export function readFilter(params: SearchParams): ListFilter {
  const one = (name: string) => {
    const value = params[name];
    return ((Array.isArray(value) ? value[0] : value) ?? "").trim().slice(0, 80);
  };
  const lat = Number(one("lat") || Number.NaN);
  const lng = Number(one("lng") || Number.NaN);
  const mode = one("mode");
  return {
    q: one("q"),
    category: one("category"),
    open_now: ["1", "true"].includes(one("open_now")),
    mode: mode === "pickup" || mode === "all" ? mode : "delivery",
    city: one("city"),
    district: one("district"),
    point: Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : null,
  };
}

/** The URL of a filter; what is off is left out. */
export function listHref(filter: ListFilter): string {
  const params = new URLSearchParams();
  const { q, category, open_now, mode, city, district, point } = filter;
  for (const [name, value] of Object.entries({ q, category, city, district }))
    if (value) params.set(name, value);
  if (open_now) params.set("open_now", "1");
  if (mode !== "delivery") params.set("mode", mode);
  if (point) {
    params.set("lat", String(point.lat));
    params.set("lng", String(point.lng));
  }
  const query = params.toString();
  return query ? `/vendors?${query}` : "/vendors";
}

/** What the catalog is asked: the URL's filter, at the chosen place unless the URL names another. */
export function catalogQuery(filter: ListFilter, place: ChosenPlace | null): Partial<VendorsQuery> {
  const { q, category, open_now, mode, city, district } = filter;
  const named = Boolean(city || district);
  const point = filter.point ?? (named ? null : place);
  const pickupCity = named ? city : (place?.city_slug ?? "");
  const pickupDistrict = named ? district : (place?.district_slug ?? "");
  return {
    ...(q && { q }),
    ...(category && { category }),
    ...(open_now && { open_now }),
    ...(mode === "delivery" && point && { lat: point.lat, lng: point.lng }),
    ...(mode === "delivery" && city && { city }),
    ...(mode === "delivery" && district && { district }),
    ...(mode === "pickup" && pickupCity && { city: pickupCity }),
    ...(mode === "pickup" && pickupDistrict && { district: pickupDistrict }),
  };
}

/** The same question as the API's query string. */
export function apiQuery(query: Partial<VendorsQuery>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) params.set(name, value === true ? "1" : String(value));
  }
  return params.toString();
}
