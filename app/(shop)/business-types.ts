// The kinds of business, in the order people look for them, each with its picture.
import type { BusinessType } from "@/lib/catalog/schema";

export const BUSINESS_TYPES: readonly { type: BusinessType; picture: string }[] = [
  { type: "restaurant", picture: "/pictures/stuffed-flatbread.webp" },
  { type: "market", picture: "/pictures/shopping-cart.webp" },
  { type: "bakery", picture: "/pictures/bread.webp" },
  { type: "cafe", picture: "/pictures/coffee.webp" },
  { type: "greengrocer", picture: "/pictures/tomato.webp" },
  { type: "dessert", picture: "/pictures/cupcake.webp" },
  { type: "florist", picture: "/pictures/bouquet.webp" },
  { type: "butcher", picture: "/pictures/steak.webp" },
  { type: "water", picture: "/pictures/droplet.webp" },
];

/** The business type a text names, or null. */
export function asBusinessType(text: string | undefined): BusinessType | null {
  return BUSINESS_TYPES.find(({ type }) => type === text)?.type ?? null;
}
