import { expect, it } from "vitest";
import type { Order } from "@/lib/orders/schema";
import { activeOrders, type OrderBook, put, putList } from "./order-book.ts";

const order = (id: string, version: number, status: Order["status"] = "NEW") =>
  ({ id, version, status, created_at: "2026-11-21T10:00:00Z" }) as Order;
const shown = (book: OrderBook) => activeOrders(book).map(({ id, version }) => `${id}${version}`);
const empty: OrderBook = new Map();

it("a late answer never replaces a newer version", () => {
  expect(shown(put(put(empty, order("a", 3), 1), order("a", 2), 2))).toEqual(["a3"]);
});

it("a list asked for before a change keeps the change", () => {
  const book = put(putList(empty, [order("a", 1)], 0), order("a", 2, "CONFIRMED"), 2);
  expect(shown(putList(book, [order("a", 1)], 1))).toEqual(["a2"]);
});

it("an order that came while the list was on its way stays", () => {
  expect(shown(putList(put(empty, order("new", 1), 2), [], 1))).toEqual(["new1"]);
});

it("an order that the list no longer has is gone", () => {
  expect(shown(putList(put(empty, order("old", 1), 1), [], 2))).toEqual([]);
});

it("an ended order is not brought back by an older list", () => {
  const book = put(put(empty, order("a", 1), 0), order("a", 2, "REJECTED"), 3);
  expect(shown(putList(book, [order("a", 1)], 2))).toEqual([]);
});
