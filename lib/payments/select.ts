// Chooses the payment provider by environment and puts the guard around it: time limit, retries, circuit breaker.
import "server-only";
import { env } from "@/lib/platform/env";
import { doubt } from "@/lib/platform/health";
import { guarded, Unanswered } from "@/lib/platform/resilience";
import { type PaymentProvider, ProviderUnavailable } from "./provider";
import { sandbox } from "./sandbox";
import { stripeProvider } from "./stripe";

let chosen: PaymentProvider | undefined;

/** The provider that takes card money here. The state of its breaker is `breakerState(breakerOf(provider.name))`. */
export function paymentProvider(): PaymentProvider {
  if (!chosen) {
    const settings = env();
    chosen = protect(settings.PAYMENT_PROVIDER === "stripe" ? stripeProvider(settings) : sandbox);
  }
  return chosen;
}

/** The name under which a provider is guarded. */
export const breakerOf = (name: PaymentProvider["name"]) => `payments.${name}`;

/** Guards every call. All but a confirmation may be repeated: they answer the same however often they are made. */
export function protect(provider: PaymentProvider): PaymentProvider {
  const guard = guarded(breakerOf(provider.name), {
    isOutage: (error) => error instanceof ProviderUnavailable,
  });
  const ask = <T>(work: () => Promise<T>, retries: boolean): Promise<T> =>
    guard(work, { retries }).catch((error: unknown) => {
      const cause =
        error instanceof Unanswered ? new ProviderUnavailable(error.message, { cause: error }) : error;
      if (cause instanceof ProviderUnavailable) doubt("payments");
      throw cause;
    });
  return {
    name: provider.name,
    createPayment: (payment) => ask(() => provider.createPayment(payment), true),
    getPayment: (id) => ask(() => provider.getPayment(id), true),
    confirmPayment: (id, card) => ask(() => provider.confirmPayment(id, card), false),
    cancelPayment: (id) => ask(() => provider.cancelPayment(id), true),
    createRefund: (refund) => ask(() => provider.createRefund(refund), true),
    readEvent: (raw, headers) => provider.readEvent(raw, headers),
  };
}
