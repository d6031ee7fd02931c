// Saying, answering and hiding reviews: each one SQL function, which changes the vendor's average with it (supabase/migrations/*_reviews.sql).
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import { OrderReview, PanelReview, type ReviewDecision, type ReviewDraft, type ReviewReply } from "./schema";

/**
 * Reviews an order of the calling customer, or corrects the review; the same again changes nothing.
 * @throws ApiError INVALID_TRANSITION before it came or too late, VERSION_CONFLICT (both with `details.current`), NOT_FOUND
 */
export async function reviewOrder(
  db: Database,
  orderId: string,
  review: z.infer<typeof ReviewDraft>,
): Promise<OrderReview> {
  return OrderReview.parse(await db.call("review_order", { order_id: orderId, review }));
}

/** Answers a review of the caller's vendor, or changes the answer. Throws NOT_FOUND, VERSION_CONFLICT with `details.current`. */
export async function replyToReview(
  db: Database,
  id: string,
  reply: z.infer<typeof ReviewReply>,
): Promise<PanelReview> {
  return PanelReview.parse(await db.call("reply_to_review", { review_id: id, reply }));
}

/** Hides a review or shows it again, with a reason that is kept. Throws NOT_FOUND, VERSION_CONFLICT with `details.current`. */
export async function moderateReview(
  db: Database,
  id: string,
  decision: z.infer<typeof ReviewDecision>,
): Promise<PanelReview> {
  return PanelReview.parse(await db.call("moderate_review", { review_id: id, decision }));
}
