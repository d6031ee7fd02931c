// When a branch opens, in the fewest words: the hour today, the weekday with it on another day.
import { dateFormat, formatClock, formatDay } from "./time";

/** "10:00" when `iso` is today (İstanbul), "Pzt 10:00" within a week, "3 Ara 10:00" later. `now` in ms. */
export function formatOpening(iso: string, locale: string, now: number = Date.now()): string {
  const clock = formatClock(iso, locale);
  if (dayOf(Date.parse(iso)) === dayOf(now)) return clock;
  const near = Date.parse(iso) - now < 6 * 86_400_000;
  const day = near
    ? dateFormat(locale, "weekday", { weekday: "short" }).format(new Date(iso))
    : formatDay(iso, locale);
  return `${day} ${clock}`;
}

/** The calendar day in İstanbul of an instant in ms: "2026-11-21". */
export function dayOf(ms: number): string {
  return dateFormat("en-CA", "date", {}).format(new Date(ms));
}
