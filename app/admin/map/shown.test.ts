// The map's filters, and that a place is drawn once.
import { expect, it } from "vitest";
import type { Town } from "@/lib/desk/schema";
import { markersOf, shownOf } from "./shown";

const branch = { id: "b", name: "Şube", lat: 41, lng: 29 };
const order = (id: string, more: Partial<Town["orders"][number]> = {}): Town["orders"][number] => ({
  id,
  number: id,
  status: "PREPARING",
  type: "delivery",
  late: false,
  branch,
  address: { lat: 40.9, lng: 29.1 },
  courier_id: null,
  ...more,
});
const courier = (id: string, known = true): Town["couriers"][number] => ({
  id,
  user_id: id,
  full_name: `Kurye ${id}`,
  vendor: "İşletme",
  active_orders: 1,
  position: known ? { lat: 41.1, lng: 29.2, heading: 90, at: "2026-11-01T10:00:00Z", stale: false } : null,
});
const town: Town = {
  at: "2026-11-01T10:00:00Z",
  more: false,
  orders: [
    order("1"),
    order("2", { late: true, courier_id: "x" }),
    order("3", { status: "ON_ROUTE", courier_id: "y" }),
    order("4", { type: "pickup", address: null }),
  ],
  couriers: [courier("x"), courier("y", false), courier("z")],
};
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

it("shows everybody, or the orders meant with those who carry them", () => {
  expect(ids(shownOf(town, "all").couriers)).toEqual(["x", "y", "z"]);
  expect([ids(shownOf(town, "late").orders), ids(shownOf(town, "late").couriers)]).toEqual([["2"], ["x"]]);
  expect(ids(shownOf(town, "road").orders)).toEqual(["3"]);
  expect(ids(shownOf(town, "unassigned").orders)).toEqual(["1"]); // nobody rides for a pickup
});

it("draws a branch once, a door for each delivery, and no courier whose place nobody knows", () => {
  const markers = markersOf(shownOf(town, "all"), ({ number }) => `kapı ${number}`);
  expect(ids(markers)).toEqual(["branch-b", "door-1", "door-2", "door-3", "courier-x", "courier-z"]);
  expect(markers.find(({ id }) => id === "door-2")?.label).toBe("kapı 2");
});
