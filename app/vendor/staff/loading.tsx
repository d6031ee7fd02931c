// The staff's shape while it is read.
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function StaffLoading() {
  return (
    <Loading className="grid gap-4">
      <Skeleton className="h-9 w-48" />
      <Skeleton className="h-72" />
    </Loading>
  );
}
