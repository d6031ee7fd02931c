import { expect, it } from "vitest";
import { PARTS, signedPart } from "./deductions";

it("the parts add up to the net of an order's account", () => {
  const sums = {
    items_minor: 20_000,
    discount_minor: 2_000,
    delivery_fee_minor: 2_990,
    tip_minor: 1_000,
    commission_minor: 1_800,
    payment_cost_minor: 550,
    promotion_minor: 300,
    promoted_minor: 500,
    refunded_minor: 0,
    collected_minor: 0,
  };
  const net = PARTS.reduce((sum, part) => sum + signedPart(sums, part), 0);
  expect(net).toBe(20_000 - 2_000 + 2_990 + 1_000 - 1_800 - 550 - 300 + 500);
  expect(PARTS.map((part) => signedPart(sums, part)).some((minor) => Object.is(minor, -0))).toBe(false);
});
