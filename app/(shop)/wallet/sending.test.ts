import { expect, it } from "vitest";
import { EMPTY_SENDING, sendingBody, sendProblems } from "./sending.ts";

const sending = { to: " Ayse@Kapgel.test ", amount: 5_000, note: " Kahve " };

it("makes a request of an address and an amount", () => {
  expect(sendingBody(sending, 5_000)).toEqual({
    to_email: "ayse@kapgel.test",
    amount_minor: 5_000,
    note: "Kahve",
  });
  expect(sendingBody({ ...sending, note: " " }, 5_000)).not.toHaveProperty("note");
});

it("says what is missing", () => {
  expect(sendProblems(EMPTY_SENDING, 5_000)).toEqual(["to", "amount"]);
  expect(sendProblems({ ...sending, to: "ayse@" }, 5_000)).toEqual(["to"]);
  expect(sendProblems({ ...sending, amount: 0 }, 5_000)).toEqual(["amount"]);
  expect(sendProblems({ ...sending, amount: undefined }, 5_000)).toEqual(["amount"]);
  expect(sendProblems({ ...sending, amount: 5_000_001 }, 9_000_000)).toEqual(["amount"]);
});

it("sends no more than there is", () => {
  expect(sendProblems(sending, 4_999)).toEqual(["short"]);
  expect(sendingBody(sending, 4_999)).toBeNull();
});
