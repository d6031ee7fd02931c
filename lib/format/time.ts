// Moments and durations in words. Every clock of the product shows Istanbul time, wherever the reader is.
import { numberFormat } from "./number";

export const TIME_ZONE = "Europe/Istanbul";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The one format of a locale with these options, which `name` stands for; İstanbul's time. */
export function dateFormat(
  locale: string,
  name: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${name}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    timeZone: TIME_ZONE,
    ...options,
  });
  formats.set(key, format);
  return format;
}

/** The time of day of an ISO instant: "14:05". */
export function formatClock(iso: string, locale: string): string {
  return dateFormat(locale, "clock", { hour: "2-digit", minute: "2-digit" }).format(new Date(iso));
}

/** The day of an ISO instant or date: "21 Kas". */
export function formatDay(iso: string, locale: string): string {
  return dateFormat(locale, "day", { day: "numeric", month: "short" }).format(new Date(iso));
}

/** Day and time of an ISO instant: "21 Kas 14:05". */
export function formatMoment(iso: string, locale: string): string {
  return `${formatDay(iso, locale)} ${formatClock(iso, locale)}`;
}

/** "şimdi", "3 dakika önce", "2 hours ago". `now` in ms; an instant in the future counts as now. */
export function formatTimeAgo(iso: string, locale: string, now: number = Date.now()): string {
  const past = Math.max(0, now - Date.parse(iso));
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (past < 10_000) return words.format(0, "second");
  if (past < MINUTE) return words.format(-Math.floor(past / 1_000), "second");
  if (past < HOUR) return words.format(-Math.floor(past / MINUTE), "minute");
  if (past < DAY) return words.format(-Math.floor(past / HOUR), "hour");
  return words.format(-Math.floor(past / DAY), "day");
}

/** A countdown's text from milliseconds: "0:07", "12:30", "1:05:00". */
export function formatDuration(ms: number): string {
  const seconds = Math.ceil(Math.max(0, ms) / 1_000);
  const h = Math.floor(seconds / 3_600);
  const m = Math.floor((seconds % 3_600) / 60);
  const s = String(seconds % 60).padStart(2, "0");
  return h > 0 ? `${h}:${String(m).padStart(2, "0")}:${s}` : `${m}:${s}`;
}

/** Minutes in short words: "25 dk", "25 min". */
export function formatMinutes(minutes: number, locale: string): string {
  const words = numberFormat(locale, { style: "unit", unit: "minute", unitDisplay: "short" });
  return words.format(Math.round(minutes)).replace(/\.$/, "");
}
