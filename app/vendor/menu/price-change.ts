// A price raised or lowered by a share or an amount, rounded to what a menu would print.

export type PriceChange = {
  by: "percent" | "amount";
  /** Percent, or kuruş; negative lowers. */
  value: number;
  /** Kuruş: the new price is a multiple of it. */
  step: number;
};

const HIGHEST_MINOR = 100_000_000; // the API's limit

/** The new price in kuruş, never below nought. */
export function changedPrice(minor: number, { by, value, step }: PriceChange): number {
  const exact = by === "percent" ? (minor * (100 + value)) / 100 : minor + value;
  // A hundredth of a kuruş is dropped first: 10 % of 1,15 is no reason to round 1,265 up by what binary fractions add.
  const rounded = Math.round(Number((exact / step).toFixed(4))) * step;
  return Math.min(Math.max(rounded, 0), HIGHEST_MINOR);
}

/** "10", "-7,5", "+12.5" as a number; null for anything else, and beyond a hundred times either way. */
export function parsePercent(text: string): number | null {
  const match = /^\s*([-+−]?)\s*%?\s*(\d{1,4}(?:[.,]\d{1,2})?)\s*%?\s*$/.exec(text);
  if (!match) return null;
  const size = Number(match[2]?.replace(",", "."));
  return match[1] === "-" || match[1] === "−" ? -size : size;
}
