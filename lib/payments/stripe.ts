// Card payments through Stripe's official SDK. The browser confirms with Stripe's own form, so no card number comes near us.
import "server-only";
import Stripe from "stripe";
import {
  BadSignature,
  type PaymentProvider,
  type ProviderEvent,
  type ProviderPayment,
  type ProviderPaymentStatus,
  type ProviderRefund,
  ProviderRefused,
  ProviderUnavailable,
} from "./provider";

const TIMEOUT_MS = 3000;

export type StripeSettings = {
  STRIPE_SECRET_KEY: string;
  STRIPE_WEBHOOK_SECRET: string;
  /** A stand-in for Stripe's API, in tests. */
  STRIPE_API_URL?: string;
};

/** The provider with one account's keys. Retries are the caller's (select.ts); the SDK makes none. */
export function stripeProvider(settings: StripeSettings): PaymentProvider {
  const stripe = new Stripe(settings.STRIPE_SECRET_KEY, {
    maxNetworkRetries: 0,
    timeout: TIMEOUT_MS,
    telemetry: false,
    ...(settings.STRIPE_API_URL && addressOf(settings.STRIPE_API_URL)),
  });
  const getPayment = (id: string) => ask(() => stripe.paymentIntents.retrieve(id)).then(paymentOf);

  return {
    name: "stripe",

    createPayment: ({ payment_id, amount_minor, description }) =>
      ask(() =>
        stripe.paymentIntents.create(
          {
            amount: amount_minor,
            currency: "try",
            description,
            automatic_payment_methods: { enabled: true },
            metadata: { payment_id },
          },
          { idempotencyKey: `kapgel-payment-${payment_id}` },
        ),
      ).then(paymentOf),

    getPayment,

    confirmPayment: getPayment,

    cancelPayment: (id) =>
      ask(() => stripe.paymentIntents.cancel(id)).then(paymentOf, (error: unknown) => {
        if (error instanceof ProviderRefused && error.code === "payment_intent_unexpected_state") {
          return getPayment(id);
        }
        throw error;
      }),

    async createRefund({ refund_id, provider_id, amount_minor }) {
      // Stripe forgets an idempotency key after a day; a refund may be taken up again later than that.
      const made = await ask(() => stripe.refunds.list({ payment_intent: provider_id, limit: 100 }));
      const known = made.data.find(({ metadata }) => metadata?.refund_id === refund_id);
      const refund =
        known ??
        (await ask(() =>
          stripe.refunds.create(
            { payment_intent: provider_id, amount: amount_minor, metadata: { refund_id } },
            { idempotencyKey: `kapgel-refund-${refund_id}` },
          ),
        ));
      return refundOf(refund);
    },

    readEvent(raw, headers) {
      const signature = headers.get("stripe-signature") ?? "";
      try {
        return eventOf(stripe.webhooks.constructEvent(raw, signature, settings.STRIPE_WEBHOOK_SECRET));
      } catch (cause) {
        if (cause instanceof Stripe.errors.StripeSignatureVerificationError) {
          throw new BadSignature("The signature is not Stripe's, or too old.", { cause });
        }
        throw cause;
      }
    },
  };
}

function addressOf(url: string) {
  const { protocol, hostname, port } = new URL(url);
  const isPlain = protocol === "http:";
  return {
    protocol: isPlain ? ("http" as const) : ("https" as const),
    host: hostname,
    port: port || (isPlain ? 80 : 443),
  };
}

// A no that says nothing about the payment: another call holds it (409), or our keys are wrong (401, 403), which an operator will repair.
// Taking one of these for a refusal would give up a payment that may have been made.
const SAYS_NOTHING = new Set([401, 403, 409]);

async function ask<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (!(cause instanceof Stripe.errors.StripeError)) throw cause;
    const { statusCode, code, type, message } = cause;
    const isTooFast = cause instanceof Stripe.errors.StripeRateLimitError; // 429, or 400 with the code rate_limit
    // Without a status there was no answer, or one that nobody could read.
    if (isTooFast || statusCode === undefined || statusCode >= 500 || SAYS_NOTHING.has(statusCode)) {
      throw new ProviderUnavailable(`stripe: ${type} ${statusCode ?? ""}`.trimEnd(), { cause });
    }
    throw new ProviderRefused(code ?? type, message, { cause });
  }
}

const STATUS_OF: Record<string, ProviderPaymentStatus> = {
  requires_payment_method: "requires_payment",
  requires_confirmation: "requires_payment",
  requires_action: "requires_action",
  processing: "processing",
  requires_capture: "processing",
  succeeded: "succeeded",
  canceled: "canceled",
};

function paymentOf(intent: Stripe.PaymentIntent): ProviderPayment {
  const status = STATUS_OF[intent.status];
  if (!status) {
    throw new ProviderUnavailable(`stripe: unknown status ${intent.status}`);
  }
  return {
    provider_id: intent.id,
    payment_id: intent.metadata.payment_id ?? null,
    status,
    amount_minor: intent.amount,
    client_secret: intent.client_secret,
    failure_code: failureOf(intent.last_payment_error),
    challenge_url: null, // Stripe's form asks the bank's question itself
  };
}

// Stripe's code, but for two refusals that the sandbox has too: one word each, whoever says it.
function failureOf(error: Stripe.PaymentIntent["last_payment_error"]): string | null {
  if (error?.decline_code === "insufficient_funds") return "insufficient_funds";
  if (error?.code === "payment_intent_authentication_failure") return "challenge_failed";
  return error?.code ?? null;
}

function refundOf(refund: Stripe.Refund): ProviderRefund {
  const failed = refund.status === "failed" || refund.status === "canceled";
  return {
    provider_refund_id: refund.id,
    refund_id: refund.metadata?.refund_id ?? null,
    status: failed ? "failed" : refund.status === "succeeded" ? "succeeded" : "pending",
    amount_minor: refund.amount,
    failure_code: failed ? (refund.failure_reason ?? "refund_failed") : null,
  };
}

function eventOf(event: Stripe.Event): ProviderEvent {
  const { object } = event.data;
  const kind = "object" in object ? object.object : null;
  return {
    id: event.id,
    type: event.type,
    payment: kind === "payment_intent" ? paymentOf(object as Stripe.PaymentIntent) : null,
    refund: kind === "refund" ? refundOf(object as Stripe.Refund) : null,
  };
}
