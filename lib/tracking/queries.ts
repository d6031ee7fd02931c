// Following: what a link shows, and which links an order has.
import type { Database } from "@/lib/platform/supabase";
import { Tracking, TrackingLinks } from "./schema";

/** What the holder of a link sees. Throws NOT_FOUND for a token that is unknown, revoked or over. */
export async function getTracking(db: Database, token: string): Promise<Tracking> {
  return Tracking.parse(await db.call("get_tracking", { token }));
}

/** The links of the caller's order, newest first. Throws NOT_FOUND for another's. */
export async function listTrackingLinks(db: Database, orderId: string): Promise<TrackingLinks> {
  return TrackingLinks.parse(await db.call("list_tracking_links", { order_id: orderId }));
}
