import { expect, it } from "vitest";
import { restOf, targetsOf } from "./order-money.ts";

const split = {
  payment_method: "card",
  total_minor: 10_000,
  wallet_minor: 3_000,
  paid_minor: 10_000,
} as const;

it("says what the method pays beside the credit", () => {
  expect(restOf({ ...split, status: "CONFIRMED" })).toEqual({ minor: 7_000, void: false });
});

it("does not claim money that was never taken", () => {
  expect(restOf({ ...split, paid_minor: 3_000, status: "CANCELED_BY_USER" })).toEqual({
    minor: 7_000,
    void: true,
  });
  expect(restOf({ ...split, paid_minor: 3_000, status: "NEW" })).toEqual({ minor: 7_000, void: false });
  expect(restOf({ ...split, status: "CANCELED_BY_USER" })).toEqual({ minor: 7_000, void: false });
});

const refund = (to: "wallet" | "original", amount_minor: number) =>
  ({ id: String(amount_minor), to, amount_minor, status: "succeeded", reason: "", at: "" }) as const;
const targets = (order: object, ...refunds: ReturnType<typeof refund>[]) =>
  targetsOf({ ...split, ...order, refunds });

it("knows where each refund went", () => {
  expect(targets({}, refund("wallet", 1_000))).toEqual(["wallet"]);
  expect(targets({ wallet_minor: 0 }, refund("original", 10_000))).toEqual(["card"]);
  expect(targets({ payment_method: "wallet", wallet_minor: 10_000 }, refund("original", 500))).toEqual([
    "wallet",
  ]);
  expect(targets({ paid_minor: 3_000 }, refund("original", 3_000))).toEqual(["wallet"]);
});

it("knows that the card is served first", () => {
  expect(
    targets({}, refund("original", 5_000), refund("original", 4_000), refund("original", 1_000)),
  ).toEqual(["card", "original", "wallet"]);
});
