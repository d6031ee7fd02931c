// Tracking links' shapes: what a customer gives away, and the little that whoever holds it is told.
import { z } from "zod";
import { OrderStatus, OrderType, Position } from "@/lib/orders/schema";
import { Id, pageOf, Time } from "@/lib/platform/http/fields";

const Link = z.object({ id: Id, created_at: Time });
/** The links of an order, without what would open them. */
export const TrackingLinks = pageOf(Link);
export type TrackingLinks = z.infer<typeof TrackingLinks>;

/** A QR code as the `d` of an SVG path, `size` units wide and high with its quiet zone: a dark module is one unit. */
const QrCode = z.object({ size: z.number().int(), path: z.string() });
export type QrCode = z.infer<typeof QrCode>;

export const NewTrackingLink = Link.extend({ token: z.string() });
/** What is told once: the address to give away, and the same for a camera. */
export const MadeTrackingLink = Link.extend({ url: z.url(), qr: QrCode });
export type MadeTrackingLink = z.infer<typeof MadeTrackingLink>;

export const TrackingLinkParams = z.object({ id: Id, linkId: Id });
/** Whatever is no token at all opens nothing either: 404. */
export const TrackingParams = z.object({ token: z.string().regex(/^[\w-]{20,64}$/) });

/** One order as somebody with a link sees it. `expires_at`: when the link ends, once the order has. */
export const Tracking = z.object({
  status: OrderStatus,
  type: OrderType,
  eta_at: Time,
  scheduled_for: Time.nullable(),
  passed: z.array(z.object({ status: OrderStatus, at: Time })),
  ended_at: Time.nullable(),
  expires_at: Time.nullable(),
  vendor: z.object({ slug: z.string(), name: z.string() }),
  branch: z.object({ name: z.string(), lat: z.number(), lng: z.number() }),
  neighborhood: z.string().nullable(),
  courier: z
    .object({
      name: z.string(),
      vehicle: z.enum(["scooter", "bicycle", "car", "on_foot"]),
      position: Position.nullable(),
    })
    .nullable(),
});
export type Tracking = z.infer<typeof Tracking>;
