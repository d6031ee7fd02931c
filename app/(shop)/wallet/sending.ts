// Credit about to be sent: what was typed, what is wrong with it, and the request it makes.
import type { Amount } from "@/components/ui/amount-input";

export type Sending = { to: string; amount: Amount; note: string };
export type SendProblem = "to" | "amount" | "short";
export type SendBody = { to_email: string; amount_minor: number; note?: string };

export const EMPTY_SENDING: Sending = { to: "", amount: null, note: "" };
/** The API's limit, in kuruş. */
export const MOST_SENT = 5_000_000;

/** What stands in the way, first field first. */
export function sendProblems({ to, amount }: Sending, balance: number): SendProblem[] {
  const problems: SendProblem[] = [];
  if (!/^\S+@\S+\.\S+$/.test(to.trim())) problems.push("to");
  if (!amount || amount > MOST_SENT) problems.push("amount");
  else if (amount > balance) problems.push("short");
  return problems;
}

/** The body of POST /api/wallet/transfers; null while something is missing. */
export function sendingBody(sending: Sending, balance: number): SendBody | null {
  if (!sending.amount || sendProblems(sending, balance).length > 0) return null;
  const note = sending.note.trim();
  return { to_email: sending.to.trim().toLowerCase(), amount_minor: sending.amount, ...(note && { note }) };
}
