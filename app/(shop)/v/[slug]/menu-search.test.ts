import { expect, it } from "vitest";
import { fold, foundIn } from "./menu-search.ts";

const product = (name: string, description = "") => ({
  id: name,
  name,
  description,
  image_url: null,
  regular_price_minor: null,
  price_until: null,
  price_minor: 1,
  allergens: [],
  in_stock: true,
  option_groups: [],
});
const menu = [
  { id: "1", name: "Kebaplar", products: [product("İskender"), product("Adana", "Sumaklı soğan")] },
  { id: "2", name: "İçecekler", products: [product("Ayran")] },
];

it("folds Turkish letters to their plain ones", () => {
  expect(fold("İSKENDER ığdır ŞÖĞÜÇ")).toBe("iskender igdir soguc");
});

it("finds by name, description and category, whatever the keyboard", () => {
  const names = (q: string) => foundIn(menu, q).flatMap(({ products }) => products.map(({ name }) => name));
  expect(names("iskender")).toEqual(["İskender"]);
  expect(names("sogan")).toEqual(["Adana"]);
  expect(names("icecek")).toEqual(["Ayran"]);
  expect(names("kebap adana")).toEqual(["Adana"]);
  expect(names("pizza")).toEqual([]);
  expect(foundIn(menu, "  ")).toBe(menu);
});
