// Number formats, each made once: to make one takes as long as to use it hundreds of times, and a board of orders uses it a thousand times.

const formats = new Map<string, Intl.NumberFormat>();

/** The one format of a locale with these options. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, options);
  formats.set(key, format);
  return format;
}
