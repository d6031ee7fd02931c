import { expect, it } from "vitest";
import type { OrderEvent } from "@/lib/orders/schema";
import { progressOf, stepsOf } from "./progress.ts";

const event = (version: number, to?: string): OrderEvent => ({
  version,
  type: to ? "order.status_changed" : "order.created",
  at: "2026-11-21T10:00:00Z",
  actor: { role: "vendor", name: "Selin" },
  data: to ? { to } : {},
});
const assigned: OrderEvent = { ...event(9), type: "order.courier_assigned" };
const states = (steps: ReturnType<typeof stepsOf>) => steps.map(({ status, state }) => `${status} ${state}`);

it("shows what happened, what happens, and what is to come", () => {
  expect(
    states(
      stepsOf({ status: "PREPARING", type: "delivery" }, [
        event(1),
        event(2, "CONFIRMED"),
        event(3, "PREPARING"),
        assigned,
      ]),
    ),
  ).toEqual([
    "NEW done",
    "CONFIRMED done",
    "PREPARING current",
    "READY todo",
    "PICKED_UP todo",
    "ON_ROUTE todo",
    "DELIVERED todo",
  ]);
});

it("has no ride in a pickup", () => {
  expect(states(stepsOf({ status: "READY", type: "pickup" }, [event(1), event(2, "READY")]))).toEqual([
    "NEW done",
    "READY current",
    "DELIVERED todo",
  ]);
});

it("ends where it ended", () => {
  expect(states(stepsOf({ status: "REJECTED", type: "delivery" }, [event(1), event(2, "REJECTED")]))).toEqual(
    ["NEW done", "REJECTED failed"],
  );
  expect(states(stepsOf({ status: "DELIVERED", type: "pickup" }, [event(1), event(2, "DELIVERED")]))).toEqual(
    ["NEW done", "DELIVERED done"],
  );
});

it("shows a status before its event has been read", () => {
  expect(states(stepsOf({ status: "CONFIRMED", type: "pickup" }, [event(1)])).slice(0, 2)).toEqual([
    "NEW done",
    "CONFIRMED current",
  ]);
});

it("counts the steps of the happy path", () => {
  expect(progressOf({ status: "READY", type: "pickup" })).toEqual({ at: 4, of: 5 });
  expect(progressOf({ status: "REJECTED", type: "pickup" })).toBeNull();
});
