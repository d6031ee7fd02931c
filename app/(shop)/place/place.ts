// The place the visitor shops for: a cookie, so that the server's first byte already shows who delivers there.

import type { z } from "zod";
import type { Address } from "@/lib/identity/schema";

export type SavedAddress = z.infer<typeof Address>;
export type ChosenPlace = {
  /** What the header shows: "Ev", "Caferağa". */
  label: string;
  /** The address in words, as far as it is known. */
  text: string;
  lat: number;
  lng: number;
  city_slug: string | null;
  district_slug: string | null;
  neighborhood_id: number | null;
};

export const PLACE_COOKIE = "place";

/** The place a cookie's value holds; null for anything that is not one. */
export function readPlace(value: string | undefined): ChosenPlace | null {
  if (!value) return null;
  try {
    const { label, text, lat, lng, city_slug, district_slug, neighborhood_id } = JSON.parse(value);
    if (typeof label !== "string" || typeof text !== "string" || !isPoint({ lat, lng })) return null;
    const word = (slug: unknown) => (typeof slug === "string" && slug ? slug.slice(0, 80) : null);
    return {
      label: label.slice(0, 60),
      text: text.slice(0, 300),
      lat,
      lng,
      city_slug: word(city_slug),
      district_slug: word(district_slug),
      neighborhood_id: Number.isInteger(neighborhood_id) ? neighborhood_id : null,
    };
  } catch {
    return null;
  }
}

/** A place as its cookie's value, which `readPlace` reads when it is unescaped. */
export function placeValue(place: ChosenPlace): string {
  return encodeURIComponent(JSON.stringify(place));
}

/** A saved address as the place to shop for. */
export function placeOfAddress(address: SavedAddress): ChosenPlace {
  const { label, text, lat, lng, neighborhood_id } = address;
  return { label, text, lat, lng, city_slug: null, district_slug: null, neighborhood_id };
}

/** The device's position as a place; its words are still to be written. */
export function placeOfPosition({ lat, lng }: { lat: number; lng: number }, label: string): ChosenPlace {
  return { label, text: "", lat, lng, city_slug: null, district_slug: null, neighborhood_id: null };
}

function isPoint({ lat, lng }: { lat: unknown; lng: unknown }): boolean {
  return (
    Number.isFinite(lat) &&
    Number.isFinite(lng) &&
    Math.abs(lat as number) <= 90 &&
    Math.abs(lng as number) <= 180
  );
}
