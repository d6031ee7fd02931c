// The platform's coupons.
import { CouponDesk } from "@/components/promotions/coupon-desk";
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { listCoupons } from "@/lib/promotions/queries";

export default async function PromotionsPage() {
  await pageUser("admin", "/admin/promotions");
  const initial = await listCoupons(await pageDatabase(), "platform");
  return <CouponDesk path="/api/admin/coupons" initial={initial} platform={true} />;
}
