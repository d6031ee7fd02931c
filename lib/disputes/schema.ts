// Disputes: what a customer says is wrong with an order, what its vendor answers, what an operator decides.
import { z } from "zod";
import { OrderStatus, PaymentMethod } from "@/lib/orders/schema";
import { Id, Minor, Page, pageOf, Time, text } from "@/lib/platform/http/fields";

const Kind = z.enum(["missing", "wrong", "quality", "late", "not_delivered", "payment", "other"]);
const State = z.enum(["open", "answered", "resolved"]);
const Outcome = z.enum(["refunded", "refused"]);

export const Dispute = z.object({
  id: Id,
  order: z.object({
    id: Id,
    number: z.string(),
    status: OrderStatus,
    branch: z.string(),
    currency: z.literal("TRY"),
    payment_method: PaymentMethod,
    /** What was paid and is not given back yet. */
    refundable_minor: Minor,
  }),
  customer: z.object({ id: Id, full_name: z.string() }),
  kind: Kind,
  text: z.string(),
  state: State,
  answer: z.string().nullable(),
  answered_at: Time.nullable(),
  outcome: Outcome.nullable(),
  decision_reason: z.string().nullable(),
  refund_minor: Minor.nullable(),
  decided_at: Time.nullable(),
  created_at: Time,
});
export type Dispute = z.infer<typeof Dispute>;
export const DisputePage = pageOf(Dispute);
export type DisputePage = z.infer<typeof DisputePage>;
export const DisputesQuery = z.object({
  ...Page,
  state: z.enum([...State.options, "undecided"]).optional(),
  order_id: Id.optional(),
});

export const DisputeDraft = z.object({ kind: Kind, text: text(1, 1000) });
export const DisputeAnswer = z.object({ answer: text(1, 1000) });
export const DisputeDecision = z.object({
  outcome: Outcome,
  reason: text(1, 500),
  /** Of a refund: all that is left when it is not said. */
  amount_minor: Minor.min(1).optional(),
  to: z.enum(["wallet", "original"]).optional(),
});
