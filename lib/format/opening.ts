// When a branch opens, in the fewest words: the hour today, the weekday with it on another day.
import { formatClock, TIME_ZONE } from "./time";

/** "10:00" when `iso` is today (İstanbul), "Pzt 10:00" within a week, "3 Ara 10:00" later. `now` in ms. */
export function formatOpening(iso: string, locale: string, now: number = Date.now()): string {
  const clock = formatClock(iso, locale);
  if (dayOf(Date.parse(iso)) === dayOf(now)) return clock;
  const near = Date.parse(iso) - now < 6 * 86_400_000;
  const day = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    timeZone: TIME_ZONE,
    ...(near ? { weekday: "short" } : { day: "numeric", month: "short" }),
  }).format(new Date(iso));
  return `${day} ${clock}`;
}

/** The calendar day in İstanbul of an instant in ms: "2026-11-21". */
export function dayOf(ms: number): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: TIME_ZONE }).format(new Date(ms));
}
