// The list's shape while it is read.
import { Loading, Skeleton } from "@/components/ui/skeleton";

export function CouponsSkeleton() {
  return (
    <Loading className="grid gap-4">
      <Skeleton className="h-9 w-48" />
      <Skeleton className="h-72 rounded-lg" />
    </Loading>
  );
}
