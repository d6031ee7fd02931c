// The times an order may be wished for: every quarter of an hour within the branch's hours, seven days ahead.
// The server checks again; this only keeps the list honest.
import type { ShopBranch } from "@/lib/catalog/schema";

type Week = Pick<ShopBranch, "hours" | "special_days">;
export type Day = { date: string; slots: string[] };

const QUARTER_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
const DAYS_AHEAD = 7;
/** Turkey keeps +03:00 all year. */
const OFFSET_MS = 3 * 3_600_000;

/** Days that have a slot between `earliest` and seven days from `now` (ms), each with its slots as ISO instants. */
export function daysWithSlots(week: Week, earliest: number, now: number): Day[] {
  const latest = now + DAYS_AHEAD * DAY_MS;
  const today = Math.floor((now + OFFSET_MS) / DAY_MS);
  const days: Day[] = [];
  for (let day = today; day <= today + DAYS_AHEAD; day++) {
    const from = day * DAY_MS - OFFSET_MS;
    const windows = [...windowsOf(week, day - 1), ...windowsOf(week, day)];
    const slots: string[] = [];
    for (
      let at = Math.max(from, Math.ceil(earliest / QUARTER_MS) * QUARTER_MS);
      at < from + DAY_MS;
      at += QUARTER_MS
    ) {
      if (at <= latest && windows.some(([opens, closes]) => at >= opens && at < closes))
        slots.push(new Date(at).toISOString());
    }
    if (slots.length > 0) days.push({ date: dateOf(day), slots });
  }
  return days;
}

/** A day's opening windows in ms; `day` counts İstanbul days since 1970. */
function windowsOf({ hours, special_days }: Week, day: number): [number, number][] {
  const special = special_days.find(({ date }) => date === dateOf(day));
  const weekday = new Date(day * DAY_MS).getUTCDay();
  const given = special ? [special] : hours.filter((window) => window.weekday === weekday);
  return given.flatMap(({ opens, closes }) => {
    if (opens === null || closes === null) return [];
    const start = day * DAY_MS - OFFSET_MS + minutesOf(opens) * 60_000;
    const end = day * DAY_MS - OFFSET_MS + minutesOf(closes) * 60_000;
    return [[start, end > start ? end : end + DAY_MS]];
  });
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
