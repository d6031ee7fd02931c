// Reading a vendor's webhook endpoints and what was sent to them.
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import { type DeliveriesQuery, DeliveryPage, EndpointList, type EndpointsQuery } from "./schema";

/** The endpoints of the caller's vendor; an operator names the vendor. */
export async function listEndpoints(
  db: Database,
  filter: z.infer<typeof EndpointsQuery> = {},
): Promise<EndpointList> {
  return EndpointList.parse(await db.call("list_webhook_endpoints", { filter }));
}

/** A page of an endpoint's deliveries, newest first. Throws NOT_FOUND for another vendor's. */
export async function listDeliveries(
  db: Database,
  endpointId: string,
  filter: Partial<z.infer<typeof DeliveriesQuery>> = {},
): Promise<DeliveryPage> {
  return DeliveryPage.parse(await db.call("list_webhook_deliveries", { endpoint_id: endpointId, filter }));
}
