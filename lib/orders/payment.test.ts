import { expect, it } from "vitest";
import { methodAtDoor, refundable, toCollect } from "./payment.ts";

const cash = {
  payment_method: "cash",
  payment_status: "pending",
  total_minor: 12_000,
  wallet_minor: 0,
} as const;

it("the whole total is taken at the door", () => expect(toCollect(cash)).toBe(12_000));
it("store credit lowers what is taken at the door", () =>
  expect(toCollect({ ...cash, wallet_minor: 5_000 })).toBe(7_000));
it.each(["paid", "void", "partly_refunded", "refunded"] as const)(
  "nothing is taken once it is %s",
  (payment_status) => expect(toCollect({ ...cash, payment_status })).toBe(0),
);
it.each(["wallet", "card"] as const)(
  "nothing is taken at the door of an order paid by %s",
  (payment_method) => {
    expect(toCollect({ ...cash, payment_method })).toBe(0);
    expect(methodAtDoor({ ...cash, payment_method })).toBeNull();
  },
);
it("an order that credit covers has no method at the door", () =>
  expect(methodAtDoor({ ...cash, wallet_minor: 12_000 })).toBeNull());
it("a card machine at the door is named", () =>
  expect(methodAtDoor({ ...cash, payment_method: "card_on_delivery" })).toBe("card_on_delivery"));

it("what was paid and not given back can be refunded, once the order has ended", () => {
  const order = { paid_minor: 12_000, refunded_minor: 2_000 };
  expect(refundable({ ...order, status: "DELIVERED" })).toBe(10_000);
  expect(refundable({ ...order, status: "CANCELED_BY_VENDOR" })).toBe(10_000);
  expect(refundable({ ...order, status: "ON_ROUTE" })).toBe(0);
});
