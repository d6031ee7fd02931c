// Giving a tracking link away and taking it back: each a call of one SQL function (supabase/migrations/*_tracking.sql).
import { env } from "@/lib/platform/env";
import type { Database } from "@/lib/platform/supabase";
import { qrCodeOf } from "./qr-code";
import { type MadeTrackingLink, NewTrackingLink } from "./schema";

/**
 * Makes a link to the caller's running order. Its token is in the answer and nowhere else.
 * @throws ApiError INVALID_TRANSITION when there is nothing to follow; NOT_FOUND for another's order
 */
export async function createTrackingLink(db: Database, orderId: string): Promise<MadeTrackingLink> {
  const { token, ...link } = NewTrackingLink.parse(
    await db.call("create_tracking_link", { order_id: orderId }),
  );
  const url = `${env().APP_URL}/t/${token}`;
  return { ...link, url, qr: qrCodeOf(url) };
}

/** Ends a link at once. Throws NOT_FOUND for one that has ended already, and for another's order. */
export async function revokeTrackingLink(db: Database, orderId: string, linkId: string): Promise<void> {
  await db.call("revoke_tracking_link", { order_id: orderId, link_id: linkId });
}
