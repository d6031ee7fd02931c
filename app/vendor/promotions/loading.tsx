// The coupons' shape while they are read.
import { CouponsSkeleton } from "@/components/promotions/coupons-skeleton";

export default CouponsSkeleton;
