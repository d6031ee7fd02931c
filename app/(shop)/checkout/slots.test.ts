import { expect, it } from "vitest";
import { daysWithSlots } from "./slots.ts";

const everyDay = (opens: string, closes: string) => ({
  hours: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens, closes })),
  special_days: [],
});
/** Saturday 21 November 2026, 12:07 in İstanbul. */
const noon = Date.parse("2026-11-21T09:07:00Z");

it("starts at the first quarter after the earliest moment and ends before closing", () => {
  const [today] = daysWithSlots(everyDay("10:00", "22:00"), noon + 20 * 60_000, noon);
  expect(today?.date).toBe("2026-11-21");
  expect(today?.slots[0]).toBe("2026-11-21T09:30:00.000Z");
  expect(today?.slots.at(-1)).toBe("2026-11-21T18:45:00.000Z");
});

it("reaches seven days ahead and no further", () => {
  const days = daysWithSlots(everyDay("00:00", "24:00"), noon, noon);
  expect(days).toHaveLength(8);
  expect(days.at(-1)?.slots.at(-1)).toBe("2026-11-28T09:00:00.000Z");
});

it("counts the hours after midnight to the calendar day they are on", () => {
  const [today, tomorrow] = daysWithSlots(everyDay("18:00", "02:00"), noon, noon);
  expect(today?.slots[0]).toBe("2026-11-21T15:00:00.000Z");
  expect(today?.slots.at(-1)).toBe("2026-11-21T20:45:00.000Z");
  expect(tomorrow?.slots[0]).toBe("2026-11-21T21:00:00.000Z");
  expect(tomorrow?.slots[8]).toBe("2026-11-22T15:00:00.000Z");
});

it("lets a special day replace its weekday", () => {
  const week = {
    ...everyDay("10:00", "22:00"),
    special_days: [
      { date: "2026-11-22", closed: true, opens: null, closes: null, note: "" },
      { date: "2026-11-23", closed: false, opens: "12:00", closes: "12:30", note: "" },
    ],
  };
  const days = daysWithSlots(week, noon, noon);
  expect(days.map(({ date }) => date)).not.toContain("2026-11-22");
  expect(days.find(({ date }) => date === "2026-11-23")?.slots).toHaveLength(2);
});

it("offers nothing when the branch never opens", () => {
  expect(daysWithSlots({ hours: [], special_days: [] }, noon, noon)).toEqual([]);
});
