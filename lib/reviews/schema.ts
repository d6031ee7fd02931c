// What customers say of orders, as everybody, its author, its vendor and operators read it. Lengths are the tables'.
import { z } from "zod";
import { Id, Page, pageOf, queryNumber, Time, text } from "@/lib/platform/http/fields";

const Stars = z.number().int().min(1).max(5);
const Version = z.number().int().min(1);
const queryFlag = z
  .enum(["1", "true", "0", "false"])
  .transform((value) => value === "1" || value === "true")
  .optional();

/** As everybody reads it: the author by first name, nothing that names the order. */
export const Review = z.object({
  id: Id,
  author: z.string(),
  rating: Stars,
  text: z.string(),
  created_at: Time,
  edited: z.boolean(),
  reply: z.object({ text: z.string(), at: Time }).nullable(),
});
export type Review = z.infer<typeof Review>;
export const ReviewPage = pageOf(Review);
export type ReviewPage = z.infer<typeof ReviewPage>;
export const ReviewsQuery = z.object({ ...Page, rating: queryNumber(Stars).optional() });

/** What its customer said of an order. `review_until` is null where there is nothing to review: it has not come. */
export const OrderReview = z.object({
  review: Review.extend({ version: Version, hidden: z.boolean(), editable_until: Time }).nullable(),
  review_until: Time.nullable(),
});
export type OrderReview = z.infer<typeof OrderReview>;
/** With `version` a correction is refused when the review changed meanwhile. */
export const ReviewDraft = z.object({
  rating: Stars,
  text: text(0, 1000).optional(),
  version: Version.optional(),
});

/** As its vendor and operators read it. `order_number` is null for a review that the vendor brought along. */
export const PanelReview = Review.extend({
  version: Version,
  order_number: z.string().nullable(),
  hidden: z.boolean(),
  hidden_reason: z.string().nullable(),
  vendor: z.object({ id: Id, slug: z.string(), name: z.string() }),
});
export type PanelReview = z.infer<typeof PanelReview>;
export const PanelReviewPage = pageOf(PanelReview);
export type PanelReviewPage = z.infer<typeof PanelReviewPage>;
export const VendorReviewsQuery = ReviewsQuery.extend({ vendor_id: Id.optional(), unanswered: queryFlag });
export const AdminReviewsQuery = ReviewsQuery.extend({ hidden: queryFlag });

export const ReviewReply = z.object({ text: text(1, 1000), version: Version.optional() });
export const ReviewDecision = z.object({
  hidden: z.boolean(),
  reason: text(1, 1000),
  version: Version.optional(),
});
