import fc from "fast-check";
import { expect, it } from "vitest";
import { TEST_CARDS, tokenOf } from "./sandbox-cards.ts";

it.each(TEST_CARDS)("knows $number as $token, however it is spaced", ({ number, token }) => {
  expect(tokenOf(number)).toBe(token);
  expect(tokenOf(number.replace(/(\d{4})(?=\d)/g, "$1 "))).toBe(token);
});

it("takes any other valid number for a good card", () => {
  expect(tokenOf("5555 5555 5555 4444")).toBe("tok_ok");
  expect(tokenOf("378282246310005")).toBe("tok_ok");
});

it.each(["", "4242", "4242424242424241", "0000000000000000", "42424242424242424242", "kart"])(
  "refuses %s",
  (number) => {
    expect(tokenOf(number)).toBeNull();
  },
);

it("notices any single wrong digit", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TEST_CARDS),
      fc.nat(15),
      fc.integer({ min: 1, max: 9 }),
      (card, at, by) => {
        const wrong = [...card.number];
        wrong[at] = String((Number(wrong[at]) + by) % 10);
        expect(tokenOf(wrong.join(""))).toBeNull();
      },
    ),
  );
});
