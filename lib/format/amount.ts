// Amounts as a person types them in a form: integers of kuruş in and out, never a float in between.
import { parseMoney } from "./money";

/** 12550 → "125,50", -1500 → "-15,00" in Turkish; a point in English. The text a form starts with. */
export function amountText(minor: number | null, locale: string): string {
  if (minor === null) return "";
  const digits = String(Math.abs(minor)).padStart(3, "0");
  const sign = minor < 0 ? "-" : "";
  return `${sign}${digits.slice(0, -2)}${locale === "tr" ? "," : "."}${digits.slice(-2)}`;
}

/** As `parseMoney`, with a plus or minus allowed: "-15,5" → -1550. Null when it is not an amount. */
export function parseSigned(text: string): number | null {
  const [, sign, rest = ""] = /^\s*([-+−]?)(.*)$/su.exec(text) ?? [];
  const minor = parseMoney(rest);
  if (minor === null || minor === 0) return minor;
  return sign === "-" || sign === "−" ? -minor : minor;
}
