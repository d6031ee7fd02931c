// The money page's shape while it is read.
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function MoneyLoading() {
  return (
    <Loading className="grid gap-4">
      <Skeleton className="h-9 w-48" />
      <Skeleton className="h-11" />
      <div className="grid grid-cols-2 gap-3 xl:grid-cols-5">
        {["a", "b", "c", "d"].map((key) => (
          <Skeleton key={key} className="h-26 rounded-lg" />
        ))}
      </div>
      <Skeleton className="h-96 rounded-lg" />
    </Loading>
  );
}
