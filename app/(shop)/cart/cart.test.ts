import { expect, it } from "vitest";
import { countOf, EMPTY_CART, itemsOf, readCart } from "./cart.ts";
import { withLine, withLineBack, withNote, withoutAdded, withQuantity } from "./cart-changes.ts";

const moda = { id: "b1", name: "Moda", vendor_name: "Moda Lezzet", vendor_slug: "moda-lezzet" };
const other = { ...moda, id: "b2" };
const ayran = { product_id: "p1", name: "Ayran", image_url: null, quantity: 1, options: [], note: "" };
const hot = { ...ayran, product_id: "p2", name: "Lahmacun", options: [{ id: "o1", name: "Acılı" }] };

it("raises the quantity of the same product with the same options and note", () => {
  const cart = withLine(withLine(EMPTY_CART, moda, ayran), moda, { ...ayran, quantity: 2 });
  expect(cart.lines).toHaveLength(1);
  expect(countOf(cart)).toBe(3);
});

it("keeps other options and notes apart", () => {
  let cart = withLine(withLine(EMPTY_CART, moda, hot), moda, { ...hot, options: [] });
  cart = withLine(cart, moda, { ...hot, note: "Az pişmiş" });
  expect(cart.lines).toHaveLength(3);
});

it("holds one branch at a time", () => {
  const cart = withLine(withLine(EMPTY_CART, moda, ayran), other, hot);
  expect(cart.branch).toEqual(other);
  expect(cart.lines.map(({ name }) => name)).toEqual(["Lahmacun"]);
});

it("never passes 99 of one, and zero takes a line out", () => {
  const cart = withLine(EMPTY_CART, moda, ayran);
  const id = cart.lines[0]?.id ?? "";
  expect(withQuantity(cart, id, 500).lines[0]?.quantity).toBe(99);
  expect(withQuantity(cart, id, 0)).toBe(EMPTY_CART);
});

it("undoes one addition without the ones after it", () => {
  const cart = withLine(withLine(withLine(EMPTY_CART, moda, ayran), moda, hot), moda, ayran);
  const undone = withoutAdded(cart, moda, ayran);
  expect(undone.lines.map(({ name, quantity }) => `${quantity} ${name}`)).toEqual(["1 Ayran", "1 Lahmacun"]);
  expect(withoutAdded(cart, other, ayran)).toBe(cart);
});

it("puts a line back where it was", () => {
  const before = withLine(withLine(EMPTY_CART, moda, ayran), moda, hot);
  const id = before.lines[0]?.id ?? "";
  const without = withQuantity(before, id, 0);
  expect(withLineBack(without, before, id)).toEqual(before);
  expect(withLineBack(EMPTY_CART, before, id).lines).toHaveLength(1);
  const elsewhere = withLine(EMPTY_CART, other, hot);
  expect(withLineBack(elsewhere, before, id)).toBe(elsewhere);
});

it("merges two lines that a note makes equal", () => {
  let cart = withLine(withLine(EMPTY_CART, moda, ayran), moda, { ...ayran, note: "Soğuk" });
  cart = withNote(cart, cart.lines[1]?.id ?? "", "");
  expect(cart.lines).toHaveLength(1);
  expect(countOf(cart)).toBe(2);
});

it("sends ids and quantities, never prices", () => {
  expect(itemsOf(withLine(EMPTY_CART, moda, { ...hot, note: "Acele" }))).toEqual([
    { product_id: "p2", quantity: 1, option_ids: ["o1"], note: "Acele" },
  ]);
});

it("reads back what it stored and survives anything else", () => {
  const cart = withLine(EMPTY_CART, moda, hot);
  expect(readCart(JSON.stringify(cart))).toEqual(cart);
  for (const text of [
    null,
    "",
    "x",
    "null",
    "{}",
    '{"branch":{},"lines":[]}',
    '{"branch":null,"lines":[{}]}',
  ]) {
    expect(readCart(text)).toBe(EMPTY_CART);
  }
});
