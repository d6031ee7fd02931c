import { expect, it } from "vitest";
import type { Menu } from "@/lib/catalog/schema";
import { pricesAt } from "./timely-prices.ts";

const END = "2026-11-26T16:00:00+00:00";
const product = (lower: boolean, until: string | null = END) => ({
  id: "p",
  name: "Lahmacun",
  description: "",
  image_url: null,
  price_minor: lower ? 8_000 : 10_000,
  regular_price_minor: lower ? 10_000 : null,
  price_until: lower ? until : null,
  allergens: [],
  in_stock: true,
  option_groups: [],
});
const menu = (...products: ReturnType<typeof product>[]): Menu["categories"] => [
  { id: "k", name: "Fırın", products },
];
const pricesOf = (categories: Menu["categories"]) =>
  categories[0]?.products.map(({ price_minor, regular_price_minor }) => [price_minor, regular_price_minor]);

it("a lower price holds to its last millisecond and not at its end", () => {
  const shown = menu(product(true), product(false));
  expect(pricesOf(pricesAt(shown, Date.parse(END) - 1))).toEqual([
    [8_000, 10_000],
    [10_000, null],
  ]);
  expect(pricesOf(pricesAt(shown, Date.parse(END)))).toEqual([
    [10_000, null],
    [10_000, null],
  ]);
});

it("a lower price without an end in sight stays", () => {
  expect(pricesOf(pricesAt(menu(product(true, null)), Date.parse(END)))).toEqual([[8_000, 10_000]]);
});
