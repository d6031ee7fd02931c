// A coupon while it is made: its fields as they are typed, what is wrong with them, and the request they become.
import type { Amount } from "@/components/ui/amount-input";
import type { Coupon } from "@/lib/promotions/schema";

export type CouponDraft = {
  code: string;
  kind: Coupon["kind"];
  percent: string;
  amount: Amount;
  cap: Amount;
  minimum: Amount;
  person_limit: string;
  total_limit: string;
  /** As a date-and-time field has it, on İstanbul's clock; empty: now, or without an end. */
  starts: string;
  ends: string;
  /** The platform's only: the shop it is good at; empty: everywhere. */
  vendor_slug: string;
};

export const NEW_COUPON: CouponDraft = {
  code: "",
  kind: "percentage",
  percent: "",
  amount: null,
  cap: null,
  minimum: null,
  person_limit: "1",
  total_limit: "",
  starts: "",
  ends: "",
  vendor_slug: "",
};

type Field = "code" | "percent" | "amount" | "cap" | "minimum" | "person_limit" | "total_limit" | "ends";
type Problem = "codeInvalid" | "percentInvalid" | "amountInvalid" | "countInvalid" | "endsInvalid";

/** Turkey keeps +03:00 all year. */
const timeOf = (local: string) => new Date(`${local}:00+03:00`).toISOString();
const whole = (text: string, most: number) => /^\d{1,7}$/.test(text.trim()) && +text >= 1 && +text <= most;
const unread = (amount: Amount) => amount === undefined || amount === 0;

/** What keeps the draft from being sent, by field; the values name their messages. `now` in ms. */
export function problemsOf(draft: CouponDraft, now: number): Partial<Record<Field, Problem>> {
  const { kind, person_limit, total_limit, starts, ends } = draft;
  const begins = starts ? Date.parse(timeOf(starts)) : now;
  return {
    ...(!/^[\p{L}\p{N}\s-]{3,24}$/u.test(draft.code.trim()) && { code: "codeInvalid" as const }),
    ...(kind === "percentage" && !whole(draft.percent, 100) && { percent: "percentInvalid" as const }),
    ...(kind === "amount" && !draft.amount && { amount: "amountInvalid" as const }),
    ...(kind === "percentage" && unread(draft.cap) && { cap: "amountInvalid" as const }),
    ...(draft.minimum === undefined && { minimum: "amountInvalid" as const }),
    ...(person_limit.trim() !== "" &&
      !whole(person_limit, 1000) && { person_limit: "countInvalid" as const }),
    ...(total_limit.trim() !== "" &&
      !whole(total_limit, 1_000_000) && { total_limit: "countInvalid" as const }),
    ...(ends && Date.parse(timeOf(ends)) <= Math.max(begins, now) && { ends: "endsInvalid" as const }),
  };
}

/** The request; the draft must be free of problems. */
export function bodyOf(draft: CouponDraft) {
  const { kind, person_limit, total_limit, starts, ends, vendor_slug } = draft;
  return {
    code: draft.code.trim(),
    kind,
    ...(kind === "percentage" && { percent: Number(draft.percent), cap_minor: draft.cap }),
    ...(kind === "amount" && { amount_minor: draft.amount }),
    minimum_minor: draft.minimum ?? 0,
    person_limit: person_limit.trim() ? Number(person_limit) : null,
    total_limit: total_limit.trim() ? Number(total_limit) : null,
    ...(starts && { starts_at: timeOf(starts) }),
    ...(ends && { ends_at: timeOf(ends) }),
    ...(vendor_slug.trim() && { vendor_slug: vendor_slug.trim() }),
  };
}
