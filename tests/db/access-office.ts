// The access matrix' lines about the vendor's office, its menu in the large, figures, staff, and the papers of who wants one: read by access-matrix.test.ts, which says what
// their words mean.
import { randomUUID } from "node:crypto";
import type { Line } from "./access-money.ts";
import { NOBODY } from "./tenants.ts";

const OWNER = "x 403 403 ok 404 403 403 403";
const OWNER_READS = "x 403 403 Y 404 403 403 403";

const PAPER = { kind: "other", name: "belge.pdf", type: "application/pdf", size: 9, sha256: "b".repeat(64) };

export const OFFICE: Line[] = [
  ["announce_paper", "x ok ok 403 403 403 403 403", () => ({ paper: PAPER })],
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
  ["keep_paper", "x Y 404 403 403 403 403 403", (t) => ({ paper_id: t.draftPaperId }), (t) => t.draftPaperId],
  ["list_my_papers", "x Y ok 403 403 403 403 403", () => ({}), (t) => t.draftPaperId],
  ["list_staff", OWNER_READS, (t) => ({ vendor_id: t.vendorId }), (t) => t.kitchenId],
  [
    "mark_paper",
    "x 403 403 403 403 403 403 ok",
    (t) => ({ paper_id: t.pendingPaperId, mark: { fine: true } }),
  ],
  // Nobody but its applicant before the application is sent, and an operator from then on.
  ["open_paper", "x Y 404 404 404 403 403 404", (t) => ({ paper_id: t.draftPaperId }), (t) => t.draftPaperId],
  [
    "open_paper",
    "x 404 404 404 404 403 403 Y",
    (t) => ({ paper_id: t.pendingPaperId }),
    (t) => t.pendingPaperId,
  ],
  ["picture_vendor", OWNER_READS, (t) => ({ vendor_id: t.vendorId }), (t) => t.vendorId],
  ["place_product", OWNER, (t) => ({ product_id: t.hiddenProductId, body: { before: null } })],
  ["purge_papers", NOBODY, () => ({})],
  [
    "remove_paper",
    "x Y 404 403 403 403 403 403",
    (t) => ({ paper_id: t.draftPaperId }),
    (t) => t.draftPaperId,
  ],
  ["update_staff", OWNER, (t) => ({ user_id: t.kitchenId, patch: { role: "cashier" } })],
  ["vendor_insights", OWNER, (t) => ({ filter: { vendor_id: t.vendorId } })],
];
