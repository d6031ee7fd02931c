import { expect, it } from "vitest";
import { closesForInput, closesFromInput, overlapDay, runsPastMidnight, spansOf } from "./hours.ts";

const span = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });

it("closing at or before opening runs past midnight", () => {
  expect(runsPastMidnight(span(1, "18:00", "02:00"))).toBe(true);
  expect(runsPastMidnight(span(1, "00:00", "24:00"))).toBe(false);
});

it("midnight is 24:00 to the API and 00:00 to an input", () => {
  expect(closesFromInput(closesForInput("24:00"))).toBe("24:00");
  expect(closesFromInput("01:30")).toBe("01:30");
});

it("two spans of a day may touch but not overlap", () => {
  expect(overlapDay([span(1, "10:00", "14:00"), span(1, "14:00", "22:00")])).toBeNull();
  expect(overlapDay([span(1, "10:00", "14:01"), span(1, "14:00", "22:00")])).toBe(1);
});

it("a night runs into the next morning, from Saturday into Sunday too", () => {
  expect(overlapDay([span(1, "18:00", "03:00"), span(2, "02:00", "12:00")])).toBe(2);
  expect(overlapDay([span(6, "18:00", "03:00"), span(0, "02:00", "12:00")])).toBe(0);
  expect(overlapDay([span(6, "18:00", "02:00"), span(0, "02:00", "12:00")])).toBeNull();
});

it("open day and night all week is no overlap", () => {
  expect(overlapDay([0, 1, 2, 3, 4, 5, 6].map((day) => span(day, "00:00", "24:00")))).toBeNull();
});

it("a day's spans come in order", () => {
  expect(
    spansOf([span(1, "18:00", "23:00"), span(1, "09:00", "12:00"), span(2, "08:00", "09:00")], 1),
  ).toEqual([span(1, "09:00", "12:00"), span(1, "18:00", "23:00")]);
});
