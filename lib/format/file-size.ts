// How large a file is, in words of the reader's language.

const MB = 1024 * 1024;

/** "120 kB", "1,4 MB" in Turkish. Bytes in; less than a kilobyte is one. */
export function formatFileSize(bytes: number, locale: string): string {
  const [unit, value] =
    bytes < MB ? ["kilobyte", Math.max(1, Math.round(bytes / 1024))] : ["megabyte", bytes / MB];
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: unit as string,
    maximumFractionDigits: 1,
  }).format(value as number);
}
