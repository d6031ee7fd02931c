// The figures' shape while they are read.
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function InsightsLoading() {
  return (
    <Loading className="grid gap-4">
      <Skeleton className="h-9 w-40" />
      <Skeleton className="h-11" />
      <Skeleton className="h-24" />
      <Skeleton className="h-72" />
    </Loading>
  );
}
