// The queue page's shape while it is read.
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function QueueLoading() {
  return (
    <Loading className="grid gap-4">
      <Skeleton className="h-9 w-48" />
      <div className="grid grid-cols-2 gap-3 xl:grid-cols-4">
        {["a", "b", "c", "d"].map((key) => (
          <Skeleton key={key} className="h-28 rounded-lg" />
        ))}
      </div>
      <Skeleton className="h-64 rounded-lg" />
      <Skeleton className="h-96 rounded-lg" />
    </Loading>
  );
}
