// Payments' shapes: money taken by card through a provider, and given back.
import { z } from "zod";
import { Id, Minor, Page, pageOf, Time, text } from "@/lib/platform/http/fields";

export const PaymentStatus = z.enum([
  "created", // the provider does not know of it yet
  "requires_payment", // waiting for a card; also after a card was declined
  "requires_action", // the bank asks the person something
  "processing", // the provider will tell
  "succeeded",
  "canceled", // given up or expired; nothing was taken
]);
export type PaymentStatus = z.infer<typeof PaymentStatus>;

/** A payment as the customer who makes it sees it. */
export const Payment = z.object({
  id: Id,
  purpose: z.enum(["order", "funding"]),
  order_id: Id.nullable(),
  status: PaymentStatus,
  amount_minor: Minor,
  currency: z.literal("TRY"),
  provider: z.enum(["sandbox", "stripe"]),
  /** What the provider's own form in the browser needs; null until the provider knows of the payment. */
  client: z.object({ client_secret: z.string(), publishable_key: z.string().nullable() }).nullable(),
  /** Where the bank's question is asked, while `requires_action`. */
  challenge_url: z.string().nullable(),
  /** Why the last card was refused: card_declined, insufficient_funds, challenge_failed, expired_card, … */
  failure_code: z.string().nullable(),
  expires_at: Time,
});
export type Payment = z.infer<typeof Payment>;

/** A payment as the database keeps it: the provider may not know of it yet. */
export const StoredPayment = Payment.omit({ client: true, provider: true }).extend({
  provider: z.enum(["sandbox", "stripe"]).nullable(),
  client_secret: z.string().nullable(),
});
export type StoredPayment = z.infer<typeof StoredPayment>;

/** `card_token` stands for a card that the provider's form has seen (sandbox); without it: "look what the provider says". */
export const PaymentConfirmation = z.object({ card_token: text(1, 100).nullish() });
/** The answer to the sandbox bank's question. */
export const ChallengeAnswer = z.object({ approve: z.boolean() });

export const RefundTarget = z.enum(["wallet", "original"]);
/** Nothing: all that is left. Or an amount, or pieces of lines (1 is the first line). */
export const RefundDraft = z
  .object({
    amount_minor: Minor.min(1).optional(),
    items: z
      .array(z.object({ line: z.number().int().min(1).max(50), quantity: z.number().int().min(1).max(99) }))
      .min(1)
      .max(50)
      .optional(),
    to: RefundTarget,
    reason: text(3, 500),
  })
  .refine((draft) => !(draft.amount_minor !== undefined && draft.items), {
    path: ["items"],
    message: "give an amount or items, not both",
  });
export type RefundDraft = z.infer<typeof RefundDraft>;

export const Refund = z.object({
  id: Id,
  order_id: Id,
  amount_minor: Minor,
  /** The part that went into the customer's wallet, and the part that goes back to the card. */
  wallet_minor: Minor,
  card_minor: Minor,
  currency: z.literal("TRY"),
  to: RefundTarget,
  status: z.enum(["pending", "succeeded", "failed"]),
  reason: z.string(),
  created_at: Time,
});
export type Refund = z.infer<typeof Refund>;

// -- The operator's money page ------------------------------------------------------------------------------------------

export const SagaState = z.enum(["running", "waiting", "stuck", "done", "compensated"]);
export const Saga = z.object({
  id: Id,
  kind: z.enum(["card_payment", "card_refund"]),
  state: SagaState,
  step: z.string(),
  attempts: z.number().int(),
  last_error: z.string().nullable(),
  next_run_at: Time.nullable(),
  deadline: Time.nullable(),
  amount_minor: Minor,
  currency: z.literal("TRY"),
  order: z.object({ id: Id, number: z.string() }).nullable(),
  created_at: Time,
  updated_at: Time,
});
export type Saga = z.infer<typeof Saga>;
export const SagaPage = pageOf(Saga);
export const SagasQuery = z.object({ ...Page, state: SagaState.optional() });
/** Compensate: give up going forward and undo; for a refund, pay it into the wallet instead. */
export const SagaAction = z.object({ action: z.enum(["retry", "compensate"]) });

export const ProviderEventRow = z.object({
  id: z.string(),
  provider: z.string(),
  provider_event_id: z.string().nullable(),
  type: z.string().nullable(),
  state: z.enum(["received", "processed", "unmatched", "refused"]),
  error: z.string().nullable(),
  received_at: Time,
});
export type ProviderEventRow = z.infer<typeof ProviderEventRow>;
export const ProviderEventPage = pageOf(ProviderEventRow);
export const ProviderEventsQuery = z.object({
  ...Page,
  state: z.enum(["received", "processed", "unmatched", "refused"]).optional(),
});

/** Money that stood where it should not, found by the sweeper, and what was done about it. */
export const Finding = z.object({
  id: z.string(),
  kind: z.enum(["payment_without_order", "order_without_payment"]),
  payment_id: Id.nullable(),
  order: z.object({ id: Id, number: z.string() }).nullable(),
  amount_minor: Minor,
  outcome: z.enum(["refunding", "completed", "stuck"]),
  at: Time,
});
export type Finding = z.infer<typeof Finding>;

export const MoneyOverview = z.object({
  currency: z.literal("TRY"),
  /** One line a kind of account. Positive: what we owe; negative: what we hold or are owed. The lines sum to zero. */
  trial_balance: z.array(
    z.object({ kind: z.string(), balance_minor: z.number().int(), accounts: z.number().int() }),
  ),
  sum_minor: z.number().int(),
  sagas: z.object({ running: z.number().int(), stuck: z.number().int() }),
  webhooks: z.object({ unmatched: z.number().int(), refused: z.number().int() }),
  adjustments_awaiting: z.number().int(),
  findings: z.array(Finding),
});
export type MoneyOverview = z.infer<typeof MoneyOverview>;

export const MoneySettings = z.object({
  transfers_enabled: z.boolean(),
  /** Adjustments above this amount need a second operator. */
  adjustment_limit_minor: Minor,
});
export type MoneySettings = z.infer<typeof MoneySettings>;
