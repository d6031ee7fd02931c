// Money in words: minor units in, the reader's locale out. Nothing here adds or rounds amounts.
import { numberFormat } from "./number";

/**
 * "₺125,50" in Turkish, "₺125.50" in English. `minor` is in minor units (kuruş: 100 to the lira).
 * `signed` writes a plus before positive amounts (price differences, ledger entries).
 */
export function formatMoney(
  minor: number,
  {
    locale,
    currency = "TRY",
    signed = false,
  }: { locale: string; currency?: string; signed?: boolean | undefined },
): string {
  const format = numberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    signDisplay: signed ? "exceptZero" : "auto",
  });
  return format.format(minor / 100);
}

/**
 * Reads what a person typed as an amount ("125", "125,5", "1.250,50", "125.50") into minor units.
 * Null when it is not an amount of zero or more with at most two decimals.
 */
export function parseMoney(text: string): number | null {
  const trimmed = text.trim().replace(/\s|₺|TL$/gu, "");
  const [, plain, grouped, , cents = ""] =
    /^(?:(\d+)|(\d{1,3}([.,])\d{3}(?:\3\d{3})*)(?!\3\d))(?:[.,](\d{1,2}))?$/.exec(trimmed) ?? [];
  const whole = plain ?? grouped?.replace(/[.,]/g, "");
  if (whole === undefined) return null;
  const minor = Number(whole) * 100 + Number(cents.padEnd(2, "0"));
  return Number.isSafeInteger(minor) ? minor : null;
}
