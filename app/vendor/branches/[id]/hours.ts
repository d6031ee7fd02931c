// Opening hours as the week's clock: sorting, overlaps, and the two ways of writing midnight.

export type Span = { weekday: number; opens: string; closes: string };

export const WEEK = [1, 2, 3, 4, 5, 6, 0] as const; // the week as Turkey reads it, Monday first

const DAY = 24 * 60;
const WHOLE_WEEK = 7 * DAY;

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Whether the span ends on the following day: closing at or before opening runs past midnight. */
export function runsPastMidnight({ opens, closes }: Pick<Span, "opens" | "closes">): boolean {
  return minutesOf(closes) <= minutesOf(opens);
}

/** Closing at midnight is "24:00" to the API and 00:00 to a time input. */
export function closesFromInput(value: string): string {
  return value === "00:00" ? "24:00" : value;
}

/** The other way round. */
export function closesForInput(closes: string): string {
  return closes === "24:00" ? "00:00" : closes;
}

/** The spans of one weekday, earliest first. */
export function spansOf(hours: Span[], weekday: number): Span[] {
  return hours
    .filter((span) => span.weekday === weekday)
    .sort((a, b) => minutesOf(a.opens) - minutesOf(b.opens));
}

/** The first weekday with a span that begins before the one before it has ended (yesterday's night included); null when none. */
export function overlapDay(hours: Span[]): number | null {
  const spans = hours
    .map((span) => {
      const from = span.weekday * DAY + minutesOf(span.opens);
      const length = minutesOf(span.closes) - minutesOf(span.opens);
      return { weekday: span.weekday, from, to: from + (length > 0 ? length : length + DAY) };
    })
    .sort((a, b) => a.from - b.from);
  const [first] = spans;
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1] ?? (first && { ...first, from: first.from + WHOLE_WEEK });
    if (next && span.to > next.from) return next.weekday;
  }
  return null;
}
