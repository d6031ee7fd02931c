// What a person does with a card payment while they wait: begin it, submit a card, answer the bank. The saga finishes what is cut off.
import "server-only";
import { beginPaymentAction, finishPaymentAction } from "@/lib/payments/commands";
import { ProviderRefused, ProviderUnavailable } from "@/lib/payments/provider";
import { answerChallenge } from "@/lib/payments/sandbox";
import { Payment, StoredPayment } from "@/lib/payments/schema";
import { paymentProvider } from "@/lib/payments/select";
import { shown } from "@/lib/payments/shown";
import { ApiError } from "@/lib/platform/errors";
import { type Database, databaseAsService } from "@/lib/platform/supabase";
import { runStep, type SagaSubject } from "./saga-steps";

type Action = { action: "start" } | { action: "confirm"; card_token?: string | null | undefined };
type Caller = { db: Database; key: string; requestId: string };

/**
 * Makes the payment known to the provider, or submits a card for it; once per key. A card that is declined is an answer, not a failure.
 * @throws ApiError NOT_FOUND, IDEMPOTENCY_CONFLICT; UNAVAILABLE when the provider does not answer: what it did is found out by the saga;
 *   VALIDATION_ERROR on `card_token` when the provider does not know such a card.
 */
export async function actOnPayment(id: string, action: Action, { db, key, requestId }: Caller) {
  const begun = await beginPaymentAction(db, id, action, key);
  if ("replayed" in begun) return { replayed: true, body: Payment.parse(begun.body) };
  const { payment, provider_id, revision } = begun;
  const isOver = payment.status === "succeeded" || payment.status === "canceled";
  const isStarted = action.action === "start" && payment.status !== "created";
  const step = action.action === "start" ? "create" : "confirm";
  const about: SagaSubject = {
    payment: { ...payment, provider_id, revision },
    refund: null,
    card_token: action.action === "confirm" ? (action.card_token ?? null) : null,
  };
  const told =
    isOver || isStarted
      ? payment
      : StoredPayment.parse(
          await runStep("card_payment", step, about, paymentProvider(), databaseAsService(requestId)).catch(
            asAnswer,
          ),
        );
  const answer = shown(told);
  await finishPaymentAction(db, id, key, answer);
  return { replayed: false, body: answer };
}

/** The person's answer to the sandbox bank's question. @throws ApiError NOT_FOUND, UNAVAILABLE, IDEMPOTENCY_CONFLICT */
export async function answerBank(id: string, approve: boolean, { db, key, requestId }: Caller) {
  const begun = await beginPaymentAction(db, id, { action: "challenge", approve }, key);
  if ("replayed" in begun) return { replayed: true, body: Payment.parse(begun.body) };
  const { payment, provider_id, revision } = begun;
  if (payment.provider !== "sandbox" || !provider_id) {
    throw new ApiError("NOT_FOUND", "No bank asks anything about this payment here.");
  }
  const state = await answerChallenge(provider_id, approve).catch(asAnswer);
  const told = await databaseAsService(requestId).call("record_payment", {
    payment_id: id,
    state: { ...state, provider: "sandbox", seen: revision },
  });
  const answer = shown(StoredPayment.parse(told));
  await finishPaymentAction(db, id, key, answer);
  return { replayed: false, body: answer };
}

function asAnswer(error: unknown): never {
  if (error instanceof ProviderUnavailable) {
    throw new ApiError(
      "UNAVAILABLE",
      "The bank has not answered yet. If your card was charged, the payment completes by itself.",
    );
  }
  if (error instanceof ProviderRefused) {
    throw new ApiError("VALIDATION_ERROR", "This card cannot be used. Try another one.", {
      card_token: [error.code],
    });
  }
  throw error;
}
