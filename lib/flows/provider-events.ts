// What a payment provider tells us: kept as it came, then applied. Repeated, late or out of order, it changes nothing twice.
import "server-only";
import { z } from "zod";
import { BadSignature, type ProviderEvent } from "@/lib/payments/provider";
import { paymentProvider } from "@/lib/payments/select";
import { ApiError } from "@/lib/platform/errors";
import { databaseAsService } from "@/lib/platform/supabase";

const Received = z.object({ state: z.string(), repeated: z.boolean() });

/**
 * Keeps a webhook and applies it. One that is not signed is kept as refused, and nothing in it is believed.
 * @returns what came of it: processed, unmatched (no such payment), received (to be applied by the job)
 * @throws ApiError VALIDATION_ERROR when the signature is wrong, NOT_FOUND for a provider that is not used here
 */
export async function receiveProviderEvent(
  name: "sandbox" | "stripe",
  raw: string,
  headers: Headers,
  requestId: string,
): Promise<string> {
  const provider = paymentProvider();
  if (provider.name !== name) {
    throw new ApiError("NOT_FOUND", "This payment provider is not used here.");
  }
  const event = read(() => provider.readEvent(raw, headers));
  const kept = Received.parse(
    await databaseAsService(requestId).call("receive_provider_event", {
      event: { ...event, provider: name, raw },
    }),
  );
  if (event.error) {
    throw new ApiError("VALIDATION_ERROR", "The signature of this message is wrong.", {
      signature: [event.error],
    });
  }
  return kept.state;
}

function read(readEvent: () => ProviderEvent): Partial<ProviderEvent> & { error?: string } {
  try {
    return readEvent();
  } catch (error) {
    if (error instanceof BadSignature) return { error: error.message };
    throw error;
  }
}
