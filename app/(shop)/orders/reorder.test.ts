import { expect, it } from "vitest";
import { linesAgain } from "./reorder.ts";

const product = (id: string, in_stock = true, options: string[] = []) => ({
  id,
  name: id,
  description: "",
  image_url: null,
  price_minor: 1,
  regular_price_minor: null,
  price_until: null,
  allergens: [],
  in_stock,
  option_groups: [
    {
      id: "g",
      name: "g",
      min_choices: 0,
      max_choices: 2,
      options: options.map((option) => ({ id: option, name: option, price_delta_minor: 0 })),
    },
  ],
});
const item = (id: string, options: string[] = []) => ({
  product_id: id,
  name: `${id} then`,
  quantity: 2,
  unit_price_minor: 1,
  regular_unit_price_minor: null,
  line_total_minor: 2,
  options: options.map((option) => ({ id: option, group: "g", name: option, price_delta_minor: 0 })),
  note: null,
  image_url: null,
  line: 1,
  refunded_quantity: 0,
});
const menu = {
  branch_id: "b",
  currency: "TRY" as const,
  prices_until: null,
  vendor: { id: "v", slug: "v", name: "V" },
  categories: [{ id: "c", name: "c", products: [product("pide", true, ["hot"]), product("soup", false)] }],
};

it("takes what the menu still has, with its options, and names the rest", () => {
  const { lines, missing } = linesAgain(
    { items: [item("pide", ["hot"]), item("soup"), item("gone"), item("pide", ["cold"])] },
    menu,
  );
  expect(lines).toEqual([
    {
      product_id: "pide",
      name: "pide",
      image_url: null,
      quantity: 2,
      options: [{ id: "hot", name: "hot" }],
      note: "",
    },
  ]);
  expect(missing).toEqual(["soup then", "gone then", "pide then"]);
});

it("names what costs another price now, options counted, and nothing that costs the same", () => {
  const then = { ...item("pide", ["hot"]), unit_price_minor: 7 };
  expect(linesAgain({ items: [then, item("pide", ["hot"]), item("soup")] }, menu).repriced).toEqual([
    { name: "pide", was_minor: 7, now_minor: 1 },
  ]);
});
