// The wallet's shapes: store credit a customer holds, adds to, sends, and pays with.
import { z } from "zod";
import { Id, Minor, Page, pageOf, Time, text } from "@/lib/platform/http/fields";

const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());
/** 1 kuruş to 50,000 TL in one movement. */
const Amount = z.number().int().min(1).max(5_000_000);

export const Wallet = z.object({
  id: Id,
  balance_minor: Minor,
  currency: z.literal("TRY"),
  /** Whether the operator lets customers send credit to each other. */
  transfers_enabled: z.boolean(),
  /** What came and went this month, as far as events have been counted, a second or so behind. */
  month: z.object({ credited_minor: Minor, debited_minor: Minor }),
});
export type Wallet = z.infer<typeof Wallet>;

/** What a line of the statement was. */
export const WalletTransactionKind = z.enum([
  "funding", // credit bought
  "transfer", // sent to or received from another customer
  "order_payment", // an order paid with credit
  "order_release", // an order's credit back, for it ended unhappily or was never paid in full
  "refund", // money back after payment
  "adjustment", // an operator's correction
]);
export const WalletTransaction = z.object({
  id: z.string(),
  kind: WalletTransactionKind,
  /** Positive: into the wallet. */
  amount_minor: z.number().int(),
  /** The balance after this line. */
  balance_minor: Minor,
  currency: z.literal("TRY"),
  order: z.object({ id: Id, number: z.string() }).nullable(),
  /** First name and initial of whom the credit was sent to or came from. */
  counterparty: z.string().nullable(),
  note: z.string().nullable(),
  at: Time,
});
export type WalletTransaction = z.infer<typeof WalletTransaction>;
export const WalletTransactionPage = pageOf(WalletTransaction);
export const TransactionsQuery = z.object(Page);

export const Funding = z.object({ amount_minor: Amount.min(100), payment_method: z.literal("card") });

export const TransferDraft = z.object({
  to_email: Email,
  amount_minor: Amount,
  note: text(0, 140).nullish(),
});
export const Transfer = z.object({
  id: Id,
  amount_minor: Minor,
  currency: z.literal("TRY"),
  /** The sender's balance afterwards. */
  balance_minor: Minor,
});

/** An operator's correction. Above the limit it waits for a second operator. */
export const AdjustmentDraft = z.object({
  email: Email,
  amount_minor: z
    .number()
    .int()
    .min(-5_000_000)
    .max(5_000_000)
    .refine((amount) => amount !== 0, "must not be zero"),
  reason: text(3, 500),
});
export const Adjustment = z.object({
  id: Id,
  customer: z.object({ id: Id, full_name: z.string(), email: z.string() }),
  amount_minor: z.number().int(),
  currency: z.literal("TRY"),
  reason: z.string(),
  status: z.enum(["applied", "awaiting", "declined"]),
  requested_by: z.string(),
  decided_by: z.string().nullable(),
  /** Whether the caller may decide: another operator than the one who asked. */
  may_decide: z.boolean(),
  created_at: Time,
});
export type Adjustment = z.infer<typeof Adjustment>;
export const AdjustmentPage = pageOf(Adjustment);
export const AdjustmentsQuery = z.object({
  ...Page,
  status: z.enum(["applied", "awaiting", "declined"]).optional(),
});
export const AdjustmentDecision = z.object({ decision: z.enum(["approve", "decline"]) });
