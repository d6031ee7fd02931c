// The access matrix' lines about reviews and favourites: read by access-matrix.test.ts, which says what their words mean.
import type { Line } from "./access-money.ts";

const EVERYBODY = "Y Y Y Y Y Y Y Y";
const CUSTOMERS = "x ok ok 403 403 403 403 403";

export const SHOP: Line[] = [
  ["favourite_ids", "x Y ok 403 403 403 403 403", () => ({}), (t) => t.vendorId],
  ["get_order_review", "x Y 404 403 403 403 403 403", (t) => ({ order_id: t.sold.id }), (t) => t.reviewId],
  ["list_admin_reviews", "x 403 403 403 403 403 403 Y", () => ({ filter: { limit: 50 } }), (t) => t.reviewId],
  ["list_favourites", "x Y ok 403 403 403 403 403", () => ({ filter: { limit: 50 } }), (t) => t.vendorId],
  ["list_reviews", EVERYBODY, (t) => ({ slug: t.slug }), (t) => t.reviewId],
  ["list_reviews", "404 404 404 404 404 404 404 404", (t) => ({ slug: t.suspendedSlug })],
  [
    "list_vendor_reviews",
    "x 403 403 Y 404 403 403 403",
    (t) => ({ filter: { vendor_id: t.vendorId } }),
    (t) => t.reviewId,
  ],
  [
    "moderate_review",
    "x 403 403 403 403 403 403 ok",
    (t) => ({ review_id: t.reviewId, decision: { hidden: true, reason: "Deneme" } }),
  ],
  [
    "reply_to_review",
    "x 403 403 ok 404 403 403 403",
    (t) => ({ review_id: t.reviewId, reply: { text: "Teşekkürler." } }),
  ],
  ["review_order", "x ok 404 403 403 403 403 403", (t) => ({ order_id: t.sold.id, review: { rating: 4 } })],
  ["set_favourite", CUSTOMERS, (t) => ({ vendor_id: t.vendorId, favourite: true })],
  ["set_favourite", "x 404 404 403 403 403 403 403", (t) => ({ vendor_id: t.suspendedId, favourite: true })],
];
