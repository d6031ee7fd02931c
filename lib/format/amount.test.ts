import { expect, it } from "vitest";
import { amountText, parseSigned } from "./amount.ts";

it.each([
  [0, "0,00"],
  [5, "0,05"],
  [12550, "125,50"],
  [-1500, "-15,00"],
  [100_000_000, "1000000,00"],
])("%d kuruş is written %s and read back exactly", (minor, text) => {
  expect(amountText(minor, "tr")).toBe(text);
  expect(parseSigned(text)).toBe(minor);
});

it("every kuruş of 100 lira survives writing and reading", () => {
  for (let minor = -10_000; minor <= 10_000; minor++) {
    expect(parseSigned(amountText(minor, "tr"))).toBe(minor);
    expect(parseSigned(amountText(minor, "en"))).toBe(minor);
  }
});

it.each(["", "abc", "--5", "1,234,5", "12,3456", "1e3", "-"])("%s is not an amount", (text) => {
  expect(parseSigned(text)).toBeNull();
});
