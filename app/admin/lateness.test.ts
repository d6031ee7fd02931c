import { expect, it } from "vitest";
import { concernOf } from "./lateness";

const NOW = Date.parse("2026-11-20T12:00:00Z");
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();

it("an order in time raises no concern", () => {
  expect(concernOf({ status: "NEW", confirm_by: at(5), eta_at: at(30) }, NOW)).toBeNull();
  expect(concernOf({ status: "PREPARING", confirm_by: null, eta_at: at(30) }, NOW)).toBeNull();
});

it("a new order in its last minute is unanswered", () => {
  expect(concernOf({ status: "NEW", confirm_by: at(0.5), eta_at: at(30) }, NOW)).toEqual({
    kind: "unanswered",
  });
});

it("an order past its promise is late, by whole minutes", () => {
  expect(concernOf({ status: "ON_ROUTE", confirm_by: null, eta_at: at(-7.5) }, NOW)).toEqual({
    kind: "late",
    minutes: 7,
  });
});

it("what has ended is never late", () => {
  expect(concernOf({ status: "DELIVERED", confirm_by: null, eta_at: at(-60) }, NOW)).toBeNull();
});
