// Reading reviews, newest first.
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import {
  type AdminReviewsQuery,
  OrderReview,
  PanelReviewPage,
  ReviewPage,
  type ReviewsQuery,
  type VendorReviewsQuery,
} from "./schema";

/** What the calling customer said of an order of theirs. Throws NOT_FOUND. */
export async function getOrderReview(db: Database, orderId: string): Promise<OrderReview> {
  return OrderReview.parse(await db.call("get_order_review", { order_id: orderId }));
}

/** A page of a vendor's reviews as everybody sees them. Throws NOT_FOUND. */
export async function listReviews(
  db: Database,
  slug: string,
  filter: Partial<z.infer<typeof ReviewsQuery>>,
): Promise<ReviewPage> {
  return ReviewPage.parse(await db.call("list_reviews", { slug, filter }));
}

/** A page of the reviews of the caller's vendor, hidden ones too. */
export async function listVendorReviews(
  db: Database,
  filter: Partial<z.infer<typeof VendorReviewsQuery>> = {},
): Promise<PanelReviewPage> {
  return PanelReviewPage.parse(await db.call("list_vendor_reviews", { filter }));
}

/** A page of everybody's reviews. Operators only. */
export async function listAdminReviews(
  db: Database,
  filter: Partial<z.infer<typeof AdminReviewsQuery>> = {},
): Promise<PanelReviewPage> {
  return PanelReviewPage.parse(await db.call("list_admin_reviews", { filter }));
}
