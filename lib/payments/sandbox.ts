// The payment provider of development, tests and demos. What it remembers are rows of the schema `sandbox`, behind one SQL function:
// an outside party must survive us. It plays an outside party's faults too: it is late, answers twice, and loses answers.
import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { env } from "@/lib/platform/env";
import { databaseAsService } from "@/lib/platform/supabase";
import {
  BadSignature,
  type PaymentProvider,
  type ProviderEvent,
  type ProviderPayment,
  ProviderRefused,
  ProviderUnavailable,
} from "./provider";

const LOST_ANSWER_MS = 5000; // longer than any caller waits
const DELIVERY_TIMEOUT_MS = 3000;
const SIGNATURE_TOLERANCE_S = 300;
const SIGNATURE_HEADER = "Kapgel-Signature";

const Payment = z.object({
  provider_id: z.string(),
  payment_id: z.string(),
  status: z.enum(["requires_payment", "requires_action", "processing", "succeeded", "canceled"]),
  amount_minor: z.number().int(),
  client_secret: z.string(),
  failure_code: z.string().nullable(),
  challenge_url: z.string().nullable(),
});
const Refund = z.object({
  provider_refund_id: z.string(),
  refund_id: z.string(),
  status: z.enum(["pending", "succeeded", "failed"]),
  amount_minor: z.number().int(),
  failure_code: z.string().nullable(),
});
const Event = z.object({
  id: z.string(),
  type: z.string(),
  payment: Payment.nullable(),
  refund: Refund.nullable(),
});
const Refusal = z.object({ refused: z.string(), message: z.string() });
const Deliveries = z.array(z.object({ id: z.number(), payload: Event }));

type Operation =
  | "create_payment"
  | "get_payment"
  | "confirm_payment"
  | "answer_challenge"
  | "cancel_payment"
  | "create_refund"
  | "claim_deliveries"
  | "mark_delivered";
type Arguments = Record<string, string | number | boolean | number[] | null>;

// A transaction of its own, never part of ours.
async function ask<T>(operation: Operation, args: Arguments, answer: z.ZodType<T>): Promise<T> {
  const said = await databaseAsService(crypto.randomUUID())
    .call("sandbox_call", { operation, args })
    .catch((cause: unknown) => {
      throw new ProviderUnavailable("The sandbox did not answer.", { cause });
    });
  const refusal = Refusal.safeParse(said);
  if (refusal.success) {
    throw new ProviderRefused(refusal.data.refused, refusal.data.message);
  }
  return answer.parse(said);
}

export const sandbox: PaymentProvider = {
  name: "sandbox",

  createPayment: ({ payment_id, amount_minor, description }) =>
    ask("create_payment", { payment_id, amount_minor, description }, Payment),

  getPayment: (provider_id) => ask("get_payment", { provider_id }, Payment),

  async confirmPayment(provider_id, card_token) {
    const payment = await ask("confirm_payment", { provider_id, card_token }, Payment);
    if (card_token === "tok_timeout") {
      await sleep(LOST_ANSWER_MS); // it is charged, and its answer is lost
    }
    return payment;
  },

  cancelPayment: (provider_id) => ask("cancel_payment", { provider_id }, Payment),

  createRefund: ({ refund_id, provider_id, amount_minor }) =>
    ask("create_refund", { refund_id, provider_id, amount_minor }, Refund),

  readEvent(raw, headers): ProviderEvent {
    const [, t, v1] = headers.get(SIGNATURE_HEADER)?.match(/^t=(\d{1,12}),v1=([0-9a-f]{64})$/) ?? [];
    if (!t || !v1 || Math.abs(Date.now() / 1000 - Number(t)) > SIGNATURE_TOLERANCE_S) {
      throw new BadSignature("The signature is missing, malformed or older than 5 minutes.");
    }
    if (!timingSafeEqual(Buffer.from(v1), Buffer.from(hmac(`${t}.${raw}`)))) {
      throw new BadSignature("The signature is not the sandbox's.");
    }
    return Event.parse(JSON.parse(raw));
  },
};

/**
 * The person's answer to the question that the sandbox's bank asks (tok_challenge). A payment that waits for no answer stays as it is.
 * @throws ProviderRefused resource_missing; ProviderUnavailable
 */
export function answerChallenge(provider_id: string, approve: boolean): Promise<ProviderPayment> {
  return ask("answer_challenge", { provider_id, approve }, Payment);
}

/**
 * Sends the webhooks that are due, at most 20, to the app at `origin`. What is not answered 2xx comes again, up to 5 times, after
 * 3, 6, 12, 24 and 48 s.
 * @throws ProviderUnavailable when the sandbox does not answer; what the app answers is counted, never thrown.
 */
export async function deliverSandboxEvents(origin: string): Promise<{ delivered: number; failed: number }> {
  const due = await ask("claim_deliveries", {}, Deliveries);
  const url = new URL("/api/webhooks/payments/sandbox", origin);
  const accepted = await Promise.all(due.map(({ payload }) => post(url, JSON.stringify(payload))));
  const ids = due.filter((_, index) => accepted[index]).map(({ id }) => id);
  if (ids.length > 0) {
    await ask("mark_delivered", { ids }, z.null());
  }
  return { delivered: ids.length, failed: due.length - ids.length };
}

async function post(url: URL, raw: string): Promise<boolean> {
  return fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", [SIGNATURE_HEADER]: signSandboxEvent(raw) },
    body: raw,
    redirect: "manual",
    signal: AbortSignal.timeout(DELIVERY_TIMEOUT_MS),
  }).then(
    async (response) => {
      await response.body?.cancel();
      return response.ok;
    },
    () => false,
  );
}

/** The value of the header Kapgel-Signature for a webhook's text, as of `at`. */
export function signSandboxEvent(raw: string, at = new Date()): string {
  const t = Math.floor(at.getTime() / 1000);
  return `t=${t},v1=${hmac(`${t}.${raw}`)}`;
}

// Both ends are ours, so the secret need not be configured: it follows from one that only the server has.
function hmac(text: string): string {
  const secret = createHmac("sha256", env().SUPABASE_SECRET_KEY).update("sandbox-webhooks").digest("hex");
  return createHmac("sha256", secret).update(text).digest("hex");
}
