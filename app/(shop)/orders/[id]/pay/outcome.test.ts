import { expect, it } from "vitest";
import { isOver, isSettled } from "./outcome.ts";

const expires_at = "2026-11-21T10:10:00Z";
const before = Date.parse("2026-11-21T10:09:59Z");
const after = Date.parse(expires_at);
const waiting = { status: "requires_payment", expires_at } as const;

it("can be paid until the time is over", () => {
  expect(isOver({ status: "NEW" }, waiting, before)).toBe(false);
  expect(isOver({ status: "NEW" }, waiting, after)).toBe(true);
});

it("waits for a bank that is thinking, however late", () => {
  expect(isOver({ status: "NEW" }, { ...waiting, status: "processing" }, after)).toBe(false);
});

it("is over when the order or the payment was given up", () => {
  expect(isOver({ status: "CANCELED_BY_USER" }, waiting, before)).toBe(true);
  expect(isOver({ status: "NEW" }, { ...waiting, status: "canceled" }, before)).toBe(true);
});

it("is settled once money was taken, also for an order that ended meanwhile", () => {
  const paid = { ...waiting, status: "succeeded" } as const;
  expect(isSettled({ status: "NEW" }, paid)).toBe(true);
  expect(isSettled({ status: "CANCELED_BY_USER" }, paid)).toBe(true);
  expect(isOver({ status: "CANCELED_BY_USER" }, paid, after)).toBe(false);
  expect(isSettled({ status: "NEW" }, waiting)).toBe(false);
  expect(isSettled({ status: "CONFIRMED" }, waiting)).toBe(true);
});
