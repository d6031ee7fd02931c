import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paymentBody, splitOf } from "./split.ts";

const cash = { payment_method: "cash", use_credit: true } as const;

describe("store credit", () => {
  it("is not touched unless it is wanted", () => {
    const split = splitOf({ ...cash, use_credit: false }, 10_000, 50_000);
    expect(split).toEqual({ method: "cash", credit_minor: 0, left_minor: 10_000 });
    expect(paymentBody(split)).toEqual({ payment_method: "cash" });
  });
  it("pays all of it where it reaches, whatever else was chosen", () => {
    const split = splitOf({ ...cash, payment_method: "card" }, 10_000, 10_000);
    expect(split).toEqual({ method: "wallet", credit_minor: 10_000, left_minor: 0 });
    expect(paymentBody(split)).toEqual({ payment_method: "wallet" });
  });
  it("pays a part, and the rest is paid the chosen way", () => {
    const split = splitOf({ ...cash, payment_method: "card" }, 10_000, 4_000);
    expect(split).toEqual({ method: "card", credit_minor: 4_000, left_minor: 6_000 });
    expect(paymentBody(split)).toEqual({ payment_method: "card", wallet_minor: 4_000 });
  });
  it("is no part of an order that costs nothing, or of an empty wallet", () => {
    expect(paymentBody(splitOf(cash, 0, 4_000))).toEqual({ payment_method: "cash" });
    expect(paymentBody(splitOf(cash, 10_000, 0))).toEqual({ payment_method: "cash" });
  });
  it("and the rest are always the total, and never more than the wallet holds", () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(10_000_000), fc.boolean(), (total, balance, use_credit) => {
        const { credit_minor, left_minor } = splitOf({ ...cash, use_credit }, total, balance);
        expect(credit_minor + left_minor).toBe(total);
        expect(credit_minor).toBeLessThanOrEqual(balance);
        expect(left_minor).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
