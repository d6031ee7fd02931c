import { expect, it } from "vitest";
import { limitHeaders } from "./verdict";

const NOW = 1_800_000_000_000;
const verdict = (remaining: number, allowed = true, limit = 100) => ({
  allowed,
  limit,
  remaining,
  resetAt: NOW + 12_300,
});

it("tells of the limit that is nearest, in whole seconds", () => {
  expect(limitHeaders([verdict(900, true, 1000), verdict(3)], NOW)).toEqual({
    "RateLimit-Limit": "100",
    "RateLimit-Remaining": "3",
    "RateLimit-Reset": "13",
  });
});

it("adds when to come again for a full one, which comes before any other", () => {
  expect(limitHeaders([verdict(0, true, 10), verdict(0, false)], NOW)).toMatchObject({
    "RateLimit-Limit": "100",
    "Retry-After": "13",
  });
});

it("says nothing where nothing is limited", () => {
  expect(limitHeaders([])).toEqual({});
});
