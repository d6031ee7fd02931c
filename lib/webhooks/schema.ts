// Webhooks' shapes: an endpoint of a vendor's own systems, and what was sent to it.
import { z } from "zod";
import { Id, Page, pageOf, Time, text } from "@/lib/platform/http/fields";

/** What an endpoint can ask to be told. */
export const EVENT_TYPES = [
  "order.created",
  "order.status_changed",
  "order.courier_assigned",
  "order.refunded",
] as const;
const EventType = z.enum(EVENT_TYPES);

export const DELIVERY_STATES = ["pending", "delivered", "failed"] as const;
const DeliveryState = z.enum(DELIVERY_STATES);
const SentType = z.enum([...EVENT_TYPES, "ping"]);

// As it will be called: names in punycode, addresses in their plain spelling, without a fragment.
const Url = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .transform((url) => {
    const written = new URL(url);
    written.hash = "";
    return written.href;
  });

export const Endpoint = z.object({
  id: Id,
  vendor_id: Id,
  url: z.string(),
  description: z.string(),
  event_types: z.array(EventType),
  enabled: z.boolean(),
  disabled_reason: z.enum(["BY_VENDOR", "TOO_MANY_FAILURES"]).nullable(),
  failures_in_a_row: z.number().int(),
  created_at: Time,
  /** Until then deliveries carry a second signature, by the secret before this one. */
  previous_secret_until: Time.nullable(),
  last_delivery: z.object({ type: SentType, state: DeliveryState, at: Time }).nullable(),
});
export type Endpoint = z.infer<typeof Endpoint>;
export const EndpointList = z.object({ data: z.array(Endpoint) });
export type EndpointList = z.infer<typeof EndpointList>;
/** An operator says whose. */
export const EndpointsQuery = z.object({ vendor_id: Id.optional() });

/** An endpoint with its secret: told when it is made or rotated, and never again. */
export const EndpointWithSecret = Endpoint.extend({ secret: z.string() });
export type EndpointWithSecret = z.infer<typeof EndpointWithSecret>;

const EventTypes = z.array(EventType).min(1).max(EVENT_TYPES.length);
export const NewEndpoint = z.object({
  url: Url,
  description: text(0, 100).optional(),
  event_types: EventTypes,
});
export const EndpointPatch = z.object({
  url: Url.optional(),
  description: text(0, 100).optional(),
  event_types: EventTypes.optional(),
  enabled: z.boolean().optional(),
});

export const Delivery = z.object({
  id: Id,
  endpoint_id: Id,
  type: SentType,
  /** The text as it is sent and signed. */
  payload: z.string(),
  state: DeliveryState,
  attempts: z.number().int(),
  last_status: z.number().int().nullable(),
  /** A word for what went wrong, as TIMEOUT, REDIRECT or BAD_STATUS. */
  last_error: z.string().nullable(),
  response_excerpt: z.string().nullable(),
  duration_ms: z.number().int().nullable(),
  created_at: Time,
  delivered_at: Time.nullable(),
});
export type Delivery = z.infer<typeof Delivery>;
export const DeliveryPage = pageOf(Delivery);
export type DeliveryPage = z.infer<typeof DeliveryPage>;
export const DeliveriesQuery = z.object({ ...Page, state: DeliveryState.optional() });
