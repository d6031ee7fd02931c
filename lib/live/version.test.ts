import { expect, it } from "vitest";
import { isOldNews } from "./version.ts";

it("a doubled or late message is old news, a newer one is not", () => {
  for (const incoming of [3, 4]) {
    expect(isOldNews(4, incoming)).toBe(true);
  }
  expect(isOldNews(4, 5)).toBe(false);
  expect(isOldNews(4, 7)).toBe(false);
  expect(isOldNews(undefined, 1)).toBe(false);
});
