import { expect, it } from "vitest";
import { isGap, isOldNews } from "./version.ts";

it("the next version is no gap", () => {
  expect(isGap(4, 5)).toBe(false);
});
it("a skipped version is a gap, and so is any version when nothing is known", () => {
  expect(isGap(4, 6)).toBe(true);
  expect(isGap(undefined, 1)).toBe(true);
});
it("a doubled or late message is old news and never a gap", () => {
  for (const incoming of [3, 4]) {
    expect(isGap(4, incoming)).toBe(false);
    expect(isOldNews(4, incoming)).toBe(true);
  }
  expect(isOldNews(4, 5)).toBe(false);
  expect(isOldNews(undefined, 1)).toBe(false);
});
