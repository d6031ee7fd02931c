// The names of weekdays, from the reader's locale.

/** "Pazartesi" for 1, "Pazar" for 0 (and so on), as the locale writes it alone. */
export function weekdayName(weekday: number, locale: string): string {
  const sunday = Date.UTC(2023, 0, 1 + weekday); // 2023 began on a Sunday
  const name = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(sunday);
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** "Pzt" for 1, "Paz" for 0 (and so on). */
export function shortWeekday(weekday: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(
    Date.UTC(2023, 0, 1 + weekday),
  );
}
