// The access matrix' lines about coupons and kitchens: read by access-matrix.test.ts, which says what their words mean.
import type { Line } from "./access-money.ts";
import { newCode } from "./coupons.ts";

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
    "update_coupon",
    "x 403 403 ok 404 403 403 404",
    (t) => ({ coupon_id: t.couponId, patch: { active: false } }),
  ],
];
