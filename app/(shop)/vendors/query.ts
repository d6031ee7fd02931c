// The vendor list's URL: what it may say, and how a filter changes it. The URL is the list's only state.
import type { VendorsQuery } from "@/lib/catalog/schema";
import { VENDOR_SORTS, type VendorSort } from "@/lib/catalog/sorts";
import type { ChosenPlace } from "../place/place";

export type SearchParams = Record<string, string | string[] | undefined>;
/** `mode`: deliver to the chosen point, pick up in its district, or look everywhere. */
export type Mode = "delivery" | "pickup" | "all";
/** Null numbers are no limit; `max_fee` is in kuruş, `max_minutes` the time until it comes or can be fetched. */
export type ListFilter = {
  q: string;
  category: string;
  open_now: boolean;
  favourites: boolean;
  max_fee: number | null;
  max_minutes: number | null;
  min_rating: number | null;
  sort: VendorSort;
  view: "list" | "map";
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
  const on = (name: string) => ["1", "true"].includes(one(name));
  const between = (name: string, least: number, most: number) => {
    const value = Number(one(name) || Number.NaN);
    return value >= least && value <= most ? value : null;
  };
  const whole = (value: number | null) => (value === null ? null : Math.round(value));
  const lat = between("lat", -90, 90);
  const lng = between("lng", -180, 180);
  const mode = one("mode");
  return {
    q: one("q"),
    category: one("category"),
    open_now: on("open_now"),
    favourites: on("favourites"),
    max_fee: whole(between("max_fee", 0, 1_000_000)),
    max_minutes: whole(between("max_minutes", 1, 600)),
    min_rating: between("min_rating", 1, 5),
    sort: VENDOR_SORTS.find((sort) => sort === one("sort")) ?? "recommended",
    view: one("view") === "map" ? "map" : "list",
    mode: mode === "pickup" || mode === "all" ? mode : "delivery",
    city: one("city"),
    district: one("district"),
    point: lat !== null && lng !== null ? { lat, lng } : null,
  };
}

/** The URL of a filter; what is off is left out. */
export function listHref(filter: ListFilter): string {
  const params = new URLSearchParams();
  const { q, category, open_now, favourites, sort, view, mode, city, district, point } = filter;
  for (const [name, value] of Object.entries({ q, category, city, district }))
    if (value) params.set(name, value);
  if (open_now) params.set("open_now", "1");
  if (favourites) params.set("favourites", "1");
  for (const name of ["max_fee", "max_minutes", "min_rating"] as const)
    if (filter[name] !== null) params.set(name, String(filter[name]));
  if (sort !== "recommended") params.set("sort", sort);
  if (mode !== "delivery") params.set("mode", mode);
  if (view === "map") params.set("view", view);
  if (point) {
    params.set("lat", String(point.lat));
    params.set("lng", String(point.lng));
  }
  const query = params.toString();
  return query ? `/vendors?${query}` : "/vendors";
}

/** The filter without anything that narrows the list: its place, its order and its view stay. */
export function cleared(filter: ListFilter): ListFilter {
  const { sort, view, mode, city, district, point } = filter;
  return { ...readFilter({}), sort, view, mode, city, district, point };
}

/** What the catalog is asked: the URL's filter, at the chosen place unless the URL names another. */
export function catalogQuery(filter: ListFilter, place: ChosenPlace | null): Partial<VendorsQuery> {
  const { q, category, open_now, max_fee, max_minutes, min_rating, sort, mode, city, district } = filter;
  const named = Boolean(city || district);
  const point = filter.point ?? (named ? null : place);
  const pickupCity = named ? city : (place?.city_slug ?? "");
  const pickupDistrict = named ? district : (place?.district_slug ?? "");
  return {
    ...(q && { q }),
    ...(category && { category }),
    ...(open_now && { open_now }),
    ...(max_fee !== null && mode !== "pickup" && { max_fee }),
    ...(max_minutes !== null && { max_minutes }),
    ...(min_rating !== null && { min_rating }),
    ...(sort !== "recommended" && { sort }),
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
