// A stored payment as its customer's browser needs it: with what the provider's own form there asks for.
import { env } from "@/lib/platform/env";
import type { Payment, StoredPayment } from "./schema";

/** Adds the provider's public key; a payment the provider does not know of yet will be taken by the one chosen here. */
export function shown({ client_secret, provider, ...payment }: StoredPayment): Payment {
  const settings = env();
  const publishable_key =
    settings.PAYMENT_PROVIDER === "stripe" ? settings.NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY : null;
  return {
    ...payment,
    provider: provider ?? settings.PAYMENT_PROVIDER,
    client: client_secret ? { client_secret, publishable_key } : null,
  };
}
