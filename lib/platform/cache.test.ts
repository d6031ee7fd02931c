import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { cached, invalidate } from "./cache.ts";

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => {
  invalidate("test");
  vi.useRealTimers();
});

/** Reads that answer when they are told to, counting. */
function reader(values: number[]) {
  const waiting: (() => void)[] = [];
  let reads = 0;
  const read = () => {
    const value = values[reads++] ?? -1;
    return new Promise<number>((answer) => waiting.push(() => answer(value)));
  };
  return { read, answer: () => waiting.shift()?.(), reads: () => reads };
}

it("one read serves all who ask meanwhile", async () => {
  const { read, answer, reads } = reader([1]);
  const asked = [1, 2, 3].map(() => cached("one", 2, ["test"], read));
  answer();
  expect(await Promise.all(asked)).toEqual([1, 1, 1]);
  expect(reads()).toBe(1);
});

it("a value is not served at or after the moment it is good until, however young", async () => {
  const { read, answer, reads } = reader([1, 2]);
  const end = Date.now() + 500;
  const ask = () => cached("timed", 2, ["test"], read, (value) => (value === 1 ? end : end + 60_000));
  const first = ask();
  answer();
  expect(await first).toBe(1);
  vi.setSystemTime(end - 1);
  expect(await ask()).toBe(1);
  vi.setSystemTime(end);
  const later = [ask(), ask()];
  await vi.waitFor(() => expect(reads()).toBe(2));
  answer();
  expect(await Promise.all(later)).toEqual([2, 2]);
  expect(reads()).toBe(2);
});

it("who asks while a read is under way is not served what is over when it comes", async () => {
  const { read, answer, reads } = reader([1, 2]);
  const end = Date.now() + 500;
  const ask = () => cached("late", 2, ["test"], read, (value) => (value === 1 ? end : end + 60_000));
  const first = ask();
  const second = ask();
  vi.setSystemTime(end);
  answer();
  expect(await first).toBe(1); // asked and read before
  await vi.waitFor(() => expect(reads()).toBe(2));
  answer();
  expect(await second).toBe(2);
});
