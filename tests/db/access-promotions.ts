// The access matrix' lines about coupons, price rules and kitchens: read by access-matrix.test.ts, which says what their words mean.
import type { Line } from "./access-money.ts";
import { newCode } from "./coupons.ts";

const OWNER = "x 403 403 ok 404 403 403 403";
export const PROMOTIONS: Line[] = [
  [
    "create_coupon",
    "x 403 403 ok ok 403 403 ok",
    () => ({ coupon: { code: newCode(), kind: "free_delivery" } }),
  ],
  ["list_coupons", "x 403 403 Y ok 403 403 ok", () => ({}), (t) => t.couponId], // an operator's are the platform's
  [
    "list_coupon_redemptions",
    "x 403 403 Y 404 403 403 404",
    (t) => ({ coupon_id: t.couponId }),
    (t) => t.waits.id,
  ],
  ["list_slots", "Y Y Y Y Y Y Y Y", (t) => ({ branch_id: t.branchId }), (t) => t.branchId],
  ["list_slots", "404 404 404 404 404 404 404 404", (t) => ({ branch_id: t.hiddenBranchId })],
  [
    "create_price_rule",
    OWNER,
    (t) => ({
      body: {
        ...{ vendor_id: t.vendorId, name: "Yeni", scope: "menu", percent: 10 },
        ...{ weekdays: [1], starts: "10:00", ends: "11:00" },
      },
    }),
  ],
  ["delete_price_rule", OWNER, (t) => ({ rule_id: t.priceRuleId })],
  [
    "list_price_rules",
    "x 403 403 Y 404 403 403 403",
    (t) => ({ filter: { vendor_id: t.vendorId } }),
    (t) => t.priceRuleId,
  ],
  [
    "preview_price_rule",
    "x 403 403 Y 404 403 403 403",
    (t) => ({
      body: {
        vendor_id: t.vendorId,
        scope: "products",
        percent: 10,
        products: [{ product_id: t.productId }],
      },
    }),
    (t) => t.productId,
  ],
  ["update_price_rule", OWNER, (t) => ({ rule_id: t.priceRuleId, patch: { active: false } })],
  [
    "update_coupon",
    "x 403 403 ok 404 403 403 404",
    (t) => ({ coupon_id: t.couponId, patch: { active: false } }),
  ],
];
