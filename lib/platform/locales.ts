// The languages people may read KapGel in.

export const LOCALES = ["tr", "en"] as const;

export type Locale = (typeof LOCALES)[number];

/** Whether a cookie's or a parameter's value is one of our languages. */
export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}
