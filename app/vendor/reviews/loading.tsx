// The reviews' shape while they are read.
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function ReviewsLoading() {
  return (
    <Loading className="grid gap-3">
      <Skeleton className="h-9 w-48" />
      <Skeleton className="h-11 w-80 max-w-full" />
      {[1, 2, 3].map((row) => (
        <Skeleton key={row} className="h-32" />
      ))}
    </Loading>
  );
}
