import { describe, expect, it } from "vitest";
import type { Order } from "@/lib/orders/schema";
import { inStopOrder, moved, NONE, nearestNext, readKept, stopOrder } from "./stop-order";

const BRANCH = { lat: 41, lng: 29 };
/** A task whose door lies `east` thousandths of a degree from the branch. */
const task = (id: string, east: number, status: Order["status"] = "READY") =>
  ({ id, status, branch: BRANCH, address: { lat: 41, lng: 29 + east / 1000 } }) as unknown as Order;
const [near, middle, far] = [task("near", 1), task("middle", 2), task("far", 5)];
const west = task("west", -3);
const ids = (tasks: Order[]) => tasks.map(({ id }) => id);

it("goes from the branch always to the nearest door left", () => {
  expect(ids(nearestNext([far, west, near, middle], BRANCH))).toEqual(["near", "middle", "far", "west"]);
});

describe("the order of the stops", () => {
  it("stays while stops are done, wherever the courier is", () => {
    const kept = stopOrder([far, west, near, middle], NONE, null);
    expect(kept.ids).toEqual(["near", "middle", "far", "west"]);
    expect(stopOrder([far, west, middle], kept, { lat: 41, lng: 28.99 }).ids).toEqual([
      "middle",
      "far",
      "west",
    ]);
  });

  it("is made anew from where the courier rides when another stop comes", () => {
    const riding = [task("west", -3, "ON_ROUTE"), task("far", 5, "PICKED_UP")];
    const kept = stopOrder(riding, { ids: ["far"], byHand: false }, { lat: 41, lng: 28.998 });
    expect(kept.ids).toEqual(["west", "far"]);
  });

  it("that was arranged by hand is kept, and new stops come after it", () => {
    const kept = { ids: ["far", "near"], byHand: true };
    expect(stopOrder([near, far, middle], kept, null)).toEqual({
      byHand: true,
      ids: ["far", "near", "middle"],
    });
  });

  it("leaves out what is still in the kitchen, and shows it last", () => {
    const cooking = task("cooking", 0, "PREPARING");
    const kept = stopOrder([cooking, far, near], NONE, null);
    expect(kept.ids).toEqual(["near", "far"]);
    expect(ids(inStopOrder([cooking, far, near], kept))).toEqual(["near", "far", "cooking"]);
  });
});

it("moves a stop by one place, and not over the edge", () => {
  expect(moved(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], "b", 1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b"], "b", 1)).toEqual(["a", "b"]);
  expect(moved(["a", "b"], "x", 1)).toEqual(["a", "b"]);
});

it.each([null, "{", '{"ids": "a"}'])("reads %j as no order at all", (text) => {
  expect(readKept(text)).toEqual(NONE);
});
