// Whether cards can be charged now.
import "server-only";
import { env } from "@/lib/platform/env";
import { type Check, checked, fetched, LONG_MEMORY_MS } from "@/lib/platform/health";
import { breakerState } from "@/lib/platform/resilience";
import { breakerOf, paymentProvider } from "./select";

/** The breaker lets calls through and the provider's address answers; the sandbox has none and always does. */
export async function checkPayments(): Promise<Check> {
  if (breakerState(breakerOf(paymentProvider().name)) === "open")
    return { status: "unhealthy", latency_ms: 0 };
  return checked("payments", LONG_MEMORY_MS, async () => {
    const settings = env();
    if (settings.PAYMENT_PROVIDER === "stripe") {
      await fetched(new URL(settings.STRIPE_API_URL ?? "https://api.stripe.com")); // without a key it refuses, alive
    }
  });
}
