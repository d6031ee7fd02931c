import { expect, it } from "vitest";
import { LIMITS } from "./limits";
import { takeInMemory } from "./memory";

const { max, seconds } = LIMITS.payments;
const START = 1_800_000_000_000 - (1_800_000_000_000 % (seconds * 1000));

function takeMany(key: string, times: number, at: number): number {
  return Array.from({ length: times }, () => takeInMemory("payments", key, false, at)).filter(
    ({ allowed }) => allowed,
  ).length;
}

it("lets exactly the limit pass, and tells what is left and until when", () => {
  expect(takeInMemory("payments", "a", false, START)).toEqual({
    allowed: true,
    limit: max,
    remaining: max - 1,
    resetAt: START + seconds * 1000,
  });
  expect(takeMany("a", max + 20, START + 10)).toBe(max - 1);
  expect(takeInMemory("payments", "a", false, START + 20)).toMatchObject({ allowed: false, remaining: 0 });
});

it("slides: half a window later half of the share is back, two windows later all", () => {
  takeMany("b", max, START);
  expect(takeMany("b", max, START + seconds * 1500)).toBe(max / 2);
  expect(takeMany("b", max * 2, START + seconds * 4000)).toBe(max);
});

it("asks without taking, and keeps keys and limits apart", () => {
  for (let n = 0; n < max * 2; n++) takeInMemory("payments", "c", true, START);
  expect(takeMany("c", max, START)).toBe(max);
  expect(takeInMemory("payments", "d", false, START).allowed).toBe(true);
  expect(takeInMemory("user", "c", false, START).allowed).toBe(true);
});
