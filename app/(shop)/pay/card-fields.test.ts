import { expect, it } from "vitest";
import { cardProblems, caretAfter, formatCvc, formatExpiry, formatNumber } from "./card-fields.ts";

const today = new Date(2026, 10, 21);
const good = { number: "4242 4242 4242 4242", expiry: "11/26", cvc: "123", name: "Deniz Yılmaz" };

it("groups a number by four while it is typed", () => {
  expect(formatNumber("4242")).toBe("4242");
  expect(formatNumber("42424")).toBe("4242 4");
  expect(formatNumber("4242-4242 4242x4242")).toBe("4242 4242 4242 4242");
  expect(formatNumber("1".repeat(30))).toHaveLength(19 + 4);
});

it.each([
  ["1", "1"],
  ["8", "08"],
  ["1/", "01"],
  ["12", "12"],
  ["123", "12/3"],
  ["12/", "12"],
  ["12/30", "12/30"],
  ["12 / 2030", "12/30"],
  ["8/29", "08/29"],
])("writes the expiry %s as %s", (typed, shown) => {
  expect(formatExpiry(typed)).toBe(shown);
});

it("keeps four digits of a security code", () => {
  expect(formatCvc("12a345")).toBe("1234");
});

it("puts the caret back behind the digit it was behind", () => {
  expect(caretAfter("4242 4242", 0)).toBe(0);
  expect(caretAfter("4242 4242", 4)).toBe(4);
  expect(caretAfter("4242 4242", 5)).toBe(6);
  expect(caretAfter("4242 4242", 8)).toBe(9);
});

it("says what is wrong with a card, first field first", () => {
  expect(cardProblems(good, today)).toEqual([]);
  expect(cardProblems({ ...good, expiry: "10/26" }, today)).toEqual(["expired"]);
  expect(cardProblems({ number: "4242", expiry: "13/30", cvc: "12", name: " " }, today)).toEqual([
    "number",
    "expiry",
    "cvc",
    "name",
  ]);
});
