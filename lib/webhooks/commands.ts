// What a vendor does with its webhooks, each by one SQL function (supabase/migrations/*_webhooks.sql).
// All throw NOT_FOUND for ids of another vendor.
import type { z } from "zod";
import { env } from "@/lib/platform/env";
import { ApiError } from "@/lib/platform/errors";
import { CallFailed, publicAddresses } from "@/lib/platform/guarded-fetch";
import type { Database } from "@/lib/platform/supabase";
import { Delivery, Endpoint, type EndpointPatch, EndpointWithSecret, type NewEndpoint } from "./schema";

/** Throws VALIDATION_ERROR for a URL that may not be called, and past 10 endpoints. */
export async function createEndpoint(
  db: Database,
  endpoint: z.infer<typeof NewEndpoint>,
): Promise<EndpointWithSecret> {
  await refuseForbidden(endpoint.url);
  return EndpointWithSecret.parse(await db.call("create_webhook_endpoint", { endpoint }));
}

/** Throws VALIDATION_ERROR for a URL that may not be called. */
export async function updateEndpoint(
  db: Database,
  id: string,
  patch: z.infer<typeof EndpointPatch>,
): Promise<Endpoint> {
  if (patch.url) await refuseForbidden(patch.url);
  return Endpoint.parse(await db.call("update_webhook_endpoint", { endpoint_id: id, patch }));
}

/** Deletes an endpoint and its log. */
export async function deleteEndpoint(db: Database, id: string): Promise<void> {
  await db.call("delete_webhook_endpoint", { endpoint_id: id });
}

/** A new secret; the one before stays valid for 24 hours. */
export async function rotateSecret(db: Database, id: string): Promise<EndpointWithSecret> {
  return EndpointWithSecret.parse(await db.call("rotate_webhook_secret", { endpoint_id: id }));
}

/** Sends a ping by the way every delivery takes. Throws INVALID_TRANSITION while one is on its way. */
export async function pingEndpoint(db: Database, id: string): Promise<Delivery> {
  return Delivery.parse(await db.call("ping_webhook_endpoint", { endpoint_id: id }));
}

/** Sends a delivery again. Throws INVALID_TRANSITION while it is on its way or its endpoint is off. */
export async function replayDelivery(db: Database, id: string): Promise<Delivery> {
  return Delivery.parse(await db.call("replay_webhook_delivery", { delivery_id: id }));
}

// One sentence for all reasons: it must not tell which names exist inside our network.
async function refuseForbidden(url: string): Promise<void> {
  try {
    await publicAddresses(new URL(url), { allowLoopback: env().WEBHOOK_ALLOW_LOOPBACK === "1" });
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    const message = "Use the https address of a server on the public internet, on port 443 or 8443.";
    throw new ApiError("VALIDATION_ERROR", message, { url: [message] });
  }
}
