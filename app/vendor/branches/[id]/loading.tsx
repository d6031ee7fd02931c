// The settings' shape while they are read.
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function BranchLoading() {
  return (
    <Loading className="grid max-w-3xl gap-4">
      <Skeleton className="h-9 w-56" />
      <Skeleton className="h-72" />
      <Skeleton className="h-56" />
      <Skeleton className="h-96" />
    </Loading>
  );
}
