// The money page's shape while it is read.
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function MoneyLoading() {
  return (
    <Loading className="grid gap-4">
      <Skeleton className="h-9 w-48" />
      <div className="grid gap-3 sm:grid-cols-3">
        {["a", "b", "c"].map((key) => (
          <Skeleton key={key} className="h-26 rounded-lg" />
        ))}
      </div>
      <Skeleton className="h-11" />
      <Skeleton className="h-96 rounded-lg" />
    </Loading>
  );
}
