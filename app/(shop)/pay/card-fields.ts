// What a card form's fields hold: how they are written while typing, and what is wrong with them.
import { tokenOf } from "@/lib/payments/sandbox-cards";

export type CardFields = { number: string; expiry: string; cvc: string; name: string };
export type CardProblem = "number" | "expiry" | "expired" | "cvc" | "name";

export const EMPTY_CARD: CardFields = { number: "", expiry: "", cvc: "", name: "" };
const LONGEST_NUMBER = 19;

const digitsOf = (text: string) => text.replace(/\D/g, "");

/** "4242 4242 4242 4242". */
export function formatNumber(text: string): string {
  return digitsOf(text)
    .slice(0, LONGEST_NUMBER)
    .replace(/(\d{4})(?=\d)/g, "$1 ");
}

/** "08/29", also from "8/29", "0829", "082029" and what a browser fills in. */
export function formatExpiry(text: string): string {
  const padded = /^\s*([2-9]|\d\s*\/)/.test(text) ? `0${text.trim()}` : text;
  const digits = digitsOf(padded);
  const year = digits.length >= 6 ? digits.slice(4, 6) : digits.slice(2, 4);
  return year ? `${digits.slice(0, 2)}/${year}` : digits.slice(0, 2);
}

export function formatCvc(text: string): string {
  return digitsOf(text).slice(0, 4);
}

/** Where the caret stands in a formatted text after its first `digits` digits. */
export function caretAfter(formatted: string, digits: number): number {
  let seen = 0;
  for (const [index, sign] of [...formatted].entries()) {
    if (seen === digits) return index;
    if (/\d/.test(sign)) seen += 1;
  }
  return formatted.length;
}

/** What is wrong, in the order of the fields. A card is good to the end of its month. */
export function cardProblems(card: CardFields, now: Date): CardProblem[] {
  const problems: CardProblem[] = [];
  if (!tokenOf(card.number)) problems.push("number");
  const [, month, year] = /^(0[1-9]|1[0-2])\/(\d\d)$/.exec(card.expiry) ?? [];
  if (!month || !year) problems.push("expiry");
  else if (new Date(2000 + Number(year), Number(month)) <= now) problems.push("expired");
  if (!/^\d{3,4}$/.test(card.cvc)) problems.push("cvc");
  if (card.name.trim().length < 2) problems.push("name");
  return problems;
}
