// Prices in bulk: what a menu would print, never a fraction that nobody asked for.
import { expect, it } from "vitest";
import { changedPrice, parsePercent } from "./price-change";

it.each([
  [10_000, { by: "percent", value: 10, step: 1 }, 11_000],
  [9_999, { by: "percent", value: 10, step: 1 }, 10_999],
  [11_550, { by: "percent", value: -7.5, step: 50 }, 10_700],
  [12_345, { by: "amount", value: 500, step: 100 }, 12_800],
  [300, { by: "amount", value: -500, step: 1 }, 0],
  [100_000_000, { by: "percent", value: 50, step: 1 }, 100_000_000],
  [115, { by: "percent", value: 10, step: 1 }, 127],
] as const)("%i changed by %o is %i", (minor, change, becomes) => {
  expect(changedPrice(minor, change)).toBe(becomes);
});

it.each([
  ["10", 10],
  ["-7,5", -7.5],
  ["− 12.25", -12.25],
  ["%10", 10],
  ["10 %", 10],
  ["", null],
  ["on", null],
  ["1,234", null],
])("%s is %s percent", (text, percent) => {
  expect(parsePercent(text)).toBe(percent);
});
