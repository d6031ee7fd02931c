// The branches' shape while they are read.
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function BranchesLoading() {
  return (
    <Loading className="grid gap-4">
      <Skeleton className="h-9 w-48" />
      <div className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
        <Skeleton className="h-44" />
        <Skeleton className="h-44" />
      </div>
    </Loading>
  );
}
