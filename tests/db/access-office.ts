// The access matrix' lines about the vendor's office, its menu in the large, figures and staff: read by access-matrix.test.ts, which says what
// their words mean.
import { randomUUID } from "node:crypto";
import type { Line } from "./access-money.ts";

const OWNER = "x 403 403 ok 404 403 403 403";
const OWNER_READS = "x 403 403 Y 404 403 403 403";

export const OFFICE: Line[] = [
  // Not all of the menu's categories: whoever may arrange them is told so.
  [
    "arrange_categories",
    "x 403 403 409 404 403 403 403",
    (t) => ({ body: { vendor_id: t.vendorId, ids: [] } }),
  ],
  [
    "create_staff",
    OWNER,
    (t) => ({
      person: {
        vendor_id: t.vendorId,
        email: `${randomUUID()}@test.invalid`,
        full_name: "Yeni",
        password: "kapgel-test",
        role: "kitchen",
      },
    }),
  ],
  [
    "edit_products",
    OWNER,
    (t) => ({ body: { vendor_id: t.vendorId, products: [{ id: t.productId, available: true }] } }),
  ],
  ["export_menu", OWNER_READS, (t) => ({ vendor_id: t.vendorId }), (t) => t.productId],
  [
    "import_menu",
    OWNER_READS,
    (t) => ({ body: { vendor_id: t.vendorId, lines: [{ line: 2, id: t.productId }] } }),
    (t) => t.productId,
  ],
  ["list_staff", OWNER_READS, (t) => ({ vendor_id: t.vendorId }), (t) => t.kitchenId],
  ["place_product", OWNER, (t) => ({ product_id: t.hiddenProductId, body: { before: null } })],
  ["update_staff", OWNER, (t) => ({ user_id: t.kitchenId, patch: { role: "cashier" } })],
  ["vendor_insights", OWNER, (t) => ({ filter: { vendor_id: t.vendorId } })],
];
