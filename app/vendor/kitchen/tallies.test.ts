// What stands on the kitchen's wall: every piece counted once, the order due first on top.
import { describe, expect, it } from "vitest";
import type { Order } from "@/lib/orders/schema";
import { inKitchen, talliesOf } from "./tallies";

const order = (id: string, more: Partial<Order> = {}) =>
  ({ id, status: "CONFIRMED", items: [], ...more }) as Order;
const line = (product_id: string, name: string, quantity: number) =>
  ({ product_id, name, quantity }) as Order["items"][number];

describe("the tallies", () => {
  it("add up a product over orders and lines, the most first", () => {
    const orders = [
      order("a", { items: [line("1", "Lahmacun", 3), line("2", "Ayran", 2)] }),
      order("b", { items: [line("1", "Lahmacun", 4), line("1", "Lahmacun", 1)] }),
    ];
    expect(talliesOf(orders).map(({ name, quantity }) => `${quantity} × ${name}`)).toEqual([
      "8 × Lahmacun",
      "2 × Ayran",
    ]);
  });

  it("keep products of one name apart, and sort equals as Turkish does", () => {
    const items = [line("1", "Şiş", 1), line("2", "Çorba", 1), line("3", "Şiş", 1)];
    expect(talliesOf([order("a", { items })]).map(({ name }) => name)).toEqual(["Çorba", "Şiş", "Şiş"]);
  });
});

describe("the kitchen", () => {
  it("has what is confirmed or being prepared, by the time it is due", () => {
    const orders = [
      order("late", { ready_by: "2026-01-01T12:00:00Z" }),
      order("new", { status: "NEW", ready_by: "2026-01-01T10:00:00Z" }),
      order("soon", { status: "PREPARING", ready_by: "2026-01-01T11:00:00Z" }),
      order("ready", { status: "READY", ready_by: "2026-01-01T09:00:00Z" }),
    ];
    expect(inKitchen(orders).map(({ id }) => id)).toEqual(["soon", "late"]);
  });
});
