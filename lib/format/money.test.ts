import { describe, expect, it } from "vitest";
import { formatMoney, parseMoney } from "./money.ts";

describe("formatMoney", () => {
  it("writes the lira sign and each language's separators", () => {
    expect(formatMoney(125_050, { locale: "tr" })).toBe("₺1.250,50");
    expect(formatMoney(125_050, { locale: "en" })).toBe("₺1,250.50");
  });
  it("shows the plus of a price difference only when asked", () => {
    expect(formatMoney(500, { locale: "tr", signed: true })).toBe("+₺5,00");
    expect(formatMoney(0, { locale: "tr", signed: true })).toBe("₺0,00");
  });
});

describe("parseMoney", () => {
  it.each([
    ["125", 12_500],
    ["125,5", 12_550],
    ["125.50", 12_550],
    ["1.250,50", 125_050],
    ["1,250.50", 125_050],
    ["1.250", 125_000],
    [" ₺ 12,00 ", 1_200],
    ["12 TL", 1_200],
    ["0", 0],
  ])("reads %s as %i minor units", (text, minor) => {
    expect(parseMoney(text)).toBe(minor);
  });
  it.each(["", "-1", "abc", "1,2,3", "12,345,6", "99999999999999999999", "1e3"])("refuses %s", (text) => {
    expect(parseMoney(text)).toBeNull();
  });
});
