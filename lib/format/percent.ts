// Rates in words: basis points in, the reader's locale out.
import { numberFormat } from "./number";

/** "%10", "%2,5" in Turkish; "10%", "2.5%" in English. 100 basis points are one per cent. */
export function formatPercent(bps: number, locale: string): string {
  return numberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(bps / 10_000);
}
