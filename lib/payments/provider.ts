// The port to the outside party that takes card money. sandbox.ts and stripe.ts are its adapters, select.ts chooses one.

export type ProviderPaymentStatus =
  | "requires_payment"
  | "requires_action"
  | "processing"
  | "succeeded"
  | "canceled";

/** A payment as the provider knows it. */
export type ProviderPayment = {
  provider_id: string;
  /** Our payment's id, from the provider's metadata; null when the payment is not ours. */
  payment_id: string | null;
  status: ProviderPaymentStatus;
  amount_minor: number;
  /** What the provider's form in the browser needs. */
  client_secret: string | null;
  /** Why the last card was refused. */
  failure_code: string | null;
  /** Where the bank's question is asked, while `requires_action`; null when the provider's form asks it itself. */
  challenge_url: string | null;
};

/** A refund as the provider knows it. */
export type ProviderRefund = {
  provider_refund_id: string;
  /** Our refund's id, from the provider's metadata; null when the refund is not ours. */
  refund_id: string | null;
  status: "pending" | "succeeded" | "failed";
  amount_minor: number;
  failure_code: string | null;
};

/** A webhook whose signature holds. `payment` and `refund` both null: nothing to us. */
export type ProviderEvent = {
  id: string;
  type: string;
  payment: ProviderPayment | null;
  refund: ProviderRefund | null;
};

/** A webhook that the provider did not sign, or signed too long ago. */
export class BadSignature extends Error {
  override readonly name = "BadSignature";
}

/** Timeout, lost connection, 5xx, 429 or an open circuit breaker: what happened is unknown. Ask again later. */
export class ProviderUnavailable extends Error {
  override readonly name = "ProviderUnavailable";
}

/** The provider said no for good. `code` is its machine code: charge_already_refunded, invalid_card, … */
export class ProviderRefused extends Error {
  override readonly name = "ProviderRefused";
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Every method but readEvent throws ProviderUnavailable or ProviderRefused, and no other error, about the provider. */
export interface PaymentProvider {
  readonly name: "sandbox" | "stripe";

  /** Makes the payment known to the provider. Idempotent by `payment_id`: a second call answers the same payment. */
  createPayment(payment: {
    payment_id: string;
    amount_minor: number;
    currency: "TRY";
    description: string;
  }): Promise<ProviderPayment>;

  getPayment(provider_id: string): Promise<ProviderPayment>;

  /** Submits the card that the token stands for (sandbox), or reads what the browser's confirmation came to (stripe). */
  confirmPayment(provider_id: string, card_token: string | null): Promise<ProviderPayment>;

  /** Gives the payment up. One that already succeeded or was canceled answers as it is. */
  cancelPayment(provider_id: string): Promise<ProviderPayment>;

  /** Gives money back to the card. Idempotent by `refund_id`. */
  createRefund(refund: {
    refund_id: string;
    provider_id: string;
    amount_minor: number;
  }): Promise<ProviderRefund>;

  /**
   * Reads a webhook as it arrived.
   * @throws BadSignature when the provider did not sign it.
   */
  readEvent(raw: string, headers: Headers): ProviderEvent;
}
