import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Order } from "@/lib/orders/schema";
import { chosenMinor, draftOf, firstChoice, partsOf, piecesMinor, targetsOf } from "./refund-draft";

const item = (line: number, quantity: number, unit: number, refunded = 0) => ({
  line,
  quantity,
  unit_price_minor: unit,
  line_total_minor: unit * quantity,
  refunded_quantity: refunded,
});
const order = (given: Partial<Order> = {}) =>
  ({
    status: "DELIVERED",
    payment_method: "card",
    items: [item(1, 3, 3_333), item(2, 1, 2_001)],
    subtotal_minor: 12_000,
    discount_minor: 0,
    delivery_discount_minor: 0,
    total_minor: 15_000,
    wallet_minor: 0,
    paid_minor: 15_000,
    refunded_minor: 0,
    refunds: [],
    ...given,
  }) as unknown as Order;
const choice = firstChoice(order());

describe("the amount", () => {
  it("is all that is left when the whole order goes back", () => {
    expect(chosenMinor(order({ refunded_minor: 4_000 }), choice)).toBe(11_000);
  });
  it("is the price of the pieces chosen, never more than is left", () => {
    const pieces = { ...choice, kind: "items" as const, pieces: { 1: 2, 2: 1 } };
    expect(chosenMinor(order(), pieces)).toBe(8_667);
    expect(chosenMinor(order({ refunded_minor: 10_000 }), pieces)).toBe(5_000);
    expect(chosenMinor(order(), { ...pieces, pieces: {} })).toBeNull();
  });
  it("of all pieces, one at a time, is what was paid for the items, whatever the discount", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 99_999 })), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (lines, share) => {
          const items = lines.map(([quantity, unit], at) => item(at + 1, quantity, unit));
          const subtotal_minor = items.reduce((sum, { line_total_minor }) => sum + line_total_minor, 0);
          const discount_minor = Math.floor(subtotal_minor * share);
          let back = 0;
          for (const line of items) {
            for (; line.refunded_quantity < line.quantity; line.refunded_quantity++) {
              back += piecesMinor(
                order({ items: items as Order["items"], subtotal_minor, discount_minor }),
                line.line,
                1,
              );
            }
          }
          expect(back).toBe(subtotal_minor - discount_minor);
        },
      ),
    );
  });
});

describe("where it goes", () => {
  it("is the wallet only, unless a card was charged", () => {
    expect(targetsOf({ payment_method: "card" })).toEqual(["original", "wallet"]);
    expect(targetsOf({ payment_method: "cash" })).toEqual(["wallet"]);
    expect(targetsOf({ payment_method: "wallet" })).toEqual(["wallet"]);
  });
  it("is the card first, and credit for what credit paid", () => {
    const split = order({ wallet_minor: 5_000 });
    expect(partsOf(split, 12_000, "original")).toEqual({ card: 10_000, wallet: 2_000 });
    expect(partsOf(split, 12_000, "wallet")).toEqual({ card: 0, wallet: 12_000 });
  });
  it("counts what earlier refunds gave back to the card", () => {
    const refunds = [
      { to: "original", amount_minor: 8_000 },
      { to: "wallet", amount_minor: 1_000 },
    ] as Order["refunds"];
    expect(partsOf(order({ wallet_minor: 5_000, refunds }), 6_000, "original")).toEqual({
      card: 2_000,
      wallet: 4_000,
    });
  });
});

describe("the request", () => {
  const said = { ...choice, reason: " Ürün eksikti " };
  it("names no amount for the whole order", () => {
    expect(draftOf(order(), said)).toEqual({ to: "original", reason: "Ürün eksikti" });
  });
  it("names the lines or the amount otherwise", () => {
    expect(draftOf(order(), { ...said, kind: "items", pieces: { 1: 2, 2: 0 } })).toMatchObject({
      items: [{ line: 1, quantity: 2 }],
    });
    expect(draftOf(order(), { ...said, kind: "amount", amount: 500 })).toMatchObject({ amount_minor: 500 });
  });
  it("is not there without a reason, an amount, or with more than is left", () => {
    expect(draftOf(order(), choice)).toBeNull();
    expect(draftOf(order(), { ...said, kind: "amount", amount: null })).toBeNull();
    expect(draftOf(order(), { ...said, kind: "amount", amount: 15_001 })).toBeNull();
  });
});
