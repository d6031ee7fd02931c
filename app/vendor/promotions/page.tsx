// The vendor's coupons.
import { CouponDesk } from "@/components/promotions/coupon-desk";
import { pageDatabase } from "@/lib/identity/session";
import { listCoupons } from "@/lib/promotions/queries";
import { requireVendor } from "../access";

export default async function PromotionsPage() {
  await requireVendor("/vendor/promotions", "money");
  const initial = await listCoupons(await pageDatabase(), "vendor");
  return <CouponDesk path="/api/vendor/coupons" initial={initial} platform={false} />;
}
