// How large a file is, in words of the reader's language.
import { numberFormat } from "./number";

const MB = 1024 * 1024;

/** "120 kB", "1,4 MB" in Turkish. Bytes in; less than a kilobyte is one. */
export function formatFileSize(bytes: number, locale: string): string {
  const isSmall = bytes < MB;
  const unit = isSmall ? "kilobyte" : "megabyte";
  const words = numberFormat(locale, { style: "unit", unit, maximumFractionDigits: 1 });
  return words.format(isSmall ? Math.max(1, Math.round(bytes / 1024)) : bytes / MB);
}
