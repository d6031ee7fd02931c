import { expect, it } from "vitest";
import type { Order } from "@/lib/orders/schema";
import { destination, directionsUrl, inWorkOrder, legs, pieces } from "./task-order";

const BRANCH = { lat: 40.98, lng: 29.02 };
const DOOR = { lat: 40.99, lng: 29.02 };
const task = (given: Partial<Order>) =>
  ({ branch: BRANCH, address: DOOR, eta_at: "2026-11-20T12:00:00Z", items: [], ...given }) as Order;

it("puts what rides first, then what waits, then what cooks, and the earlier promise first", () => {
  const tasks = [
    task({ id: "cooks", status: "PREPARING" }),
    task({ id: "later", status: "READY", eta_at: "2026-11-20T12:30:00Z" }),
    task({ id: "rides", status: "ON_ROUTE" }),
    task({ id: "sooner", status: "READY" }),
  ];
  expect(inWorkOrder(tasks).map(({ id }) => id)).toEqual(["rides", "sooner", "later", "cooks"]);
});

it("goes to the branch first and to the door once the goods are taken", () => {
  expect(destination(task({ status: "READY" }))).toMatchObject({ place: "branch", ...BRANCH });
  expect(destination(task({ status: "PICKED_UP" }))).toMatchObject({ place: "door", ...DOOR });
});

it("measures from the courier to the branch and from there to the door", () => {
  const here = { lat: 40.97, lng: 29.02 };
  const waiting = legs(task({ status: "READY" }), here);
  expect(Math.round((waiting.toBranch ?? 0) / 100)).toBe(11);
  expect(Math.round((waiting.toDoor ?? 0) / 100)).toBe(11);
  const riding = legs(task({ status: "ON_ROUTE" }), here);
  expect(riding.toBranch).toBeNull();
  expect(Math.round((riding.toDoor ?? 0) / 100)).toBe(22);
  expect(legs(task({ status: "ON_ROUTE" }), null)).toEqual({ toBranch: null, toDoor: null });
});

it("counts pieces, not lines", () => {
  expect(pieces({ items: [{ quantity: 2 }, { quantity: 3 }] as Order["items"] })).toBe(5);
});

it("hands over to the phone's maps", () => {
  expect(directionsUrl(DOOR)).toBe("https://www.google.com/maps/dir/?api=1&destination=40.99,29.02");
});
