// Distances: between two points, and in words.
import { numberFormat } from "./number";

type Point = { lat: number; lng: number };

const EARTH_M = 6_371_008.8;

/** Metres between two points along the earth's surface (haversine). */
export function metresBetween(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const dLat = (b.lat - a.lat) * rad;
  const dLng = (b.lng - a.lng) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** "350 m" below a kilometre (to 10 m), "2,4 km" above it. */
export function formatDistance(metres: number, locale: string): string {
  const near = metres < 995;
  return numberFormat(locale, {
    style: "unit",
    unit: near ? "meter" : "kilometer",
    maximumFractionDigits: near ? 0 : metres < 9_950 ? 1 : 0,
  }).format(near ? Math.round(metres / 10) * 10 : metres / 1_000);
}
