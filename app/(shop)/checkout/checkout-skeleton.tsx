// The shape of the checkout's sections and its summary.
import { Loading, Skeleton } from "@/components/ui/skeleton";

/** Two columns on a desk, one on a phone. */
export function CheckoutSkeleton() {
  return (
    <Loading className="grid gap-4 lg:grid-cols-[1fr_22rem]">
      <div className="grid gap-4">
        <Skeleton className="h-12 rounded-full" />
        <Skeleton className="h-48 rounded-lg" />
        <Skeleton className="h-32 rounded-lg" />
        <Skeleton className="h-32 rounded-lg" />
      </div>
      <Skeleton className="h-80 rounded-lg" />
    </Loading>
  );
}
