// Changing payments, refunds and the operator's desk: each a call of one SQL function (supabase/migrations/*_payments.sql, *_money_desk.sql).
// Talking to the provider in between is lib/flows' business.
import { z } from "zod";
import { keyedOf } from "@/lib/platform/http/fields";
import type { Database } from "@/lib/platform/supabase";
import type { Funding } from "@/lib/wallet/schema";
import { MoneySettings, type Payment, Refund, type RefundDraft, Saga, StoredPayment } from "./schema";

const KeyedPayment = keyedOf(StoredPayment);
const KeyedRefund = keyedOf(Refund);
const Begun = z.union([
  z.object({ replayed: z.literal(true), body: z.unknown() }),
  z.object({ payment: StoredPayment, provider_id: z.string().nullable(), revision: z.number().int() }),
]);

/** Begins to buy credit by card. @throws ApiError VALIDATION_ERROR, IDEMPOTENCY_CONFLICT */
export async function fundWallet(db: Database, funding: z.infer<typeof Funding>, key: string) {
  return KeyedPayment.parse(await db.call("fund_wallet", { funding, idempotency_key: key }));
}

/**
 * Claims the key of an action on the caller's payment before the provider is asked.
 * @returns the stored answer of an earlier request, or the payment to act on
 * @throws ApiError NOT_FOUND for anybody else's payment, IDEMPOTENCY_CONFLICT
 */
export async function beginPaymentAction(
  db: Database,
  id: string,
  action: Record<string, string | boolean | null | undefined>,
  key: string,
) {
  return Begun.parse(await db.call("begin_payment_action", { payment_id: id, action, idempotency_key: key }));
}

/** Stores the answer that a repeat of the action will get. */
export async function finishPaymentAction(db: Database, id: string, key: string, answer: Payment) {
  await db.call("finish_payment_action", { payment_id: id, idempotency_key: key, answer });
}

/**
 * Gives money of an ended order back: an amount, pieces of it, or all that is left.
 * @throws ApiError NOT_FOUND, VALIDATION_ERROR (more than was paid; paid at the door), INVALID_TRANSITION (still runs), IDEMPOTENCY_CONFLICT
 */
export async function refundOrder(db: Database, orderId: string, draft: RefundDraft, key: string) {
  return KeyedRefund.parse(await db.call("refund_order", { order_id: orderId, draft, idempotency_key: key }));
}

/** Retries a saga, or gives it up and undoes it, as an operator. @throws ApiError NOT_FOUND, INVALID_TRANSITION (has ended, or may still succeed) */
export async function actOnSaga(db: Database, id: string, action: "retry" | "compensate") {
  return Saga.parse(await db.call("act_on_saga", { saga_id: id, action }));
}

/** Sets the operators' rules for money. */
export async function setMoneySettings(db: Database, settings: MoneySettings) {
  return MoneySettings.parse(await db.call("set_money_settings", { settings }));
}
