// The board's shape while it is read.
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function BoardLoading() {
  return (
    <Loading className="grid gap-4">
      <Skeleton className="h-16" />
      <div className="grid gap-3 md:grid-cols-3 xl:grid-cols-5">
        {["a", "b", "c", "d", "e"].map((key) => (
          <Skeleton key={key} className="h-56" />
        ))}
      </div>
    </Loading>
  );
}
