// The shape of a task while it is read.
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function TaskLoading() {
  return (
    <Loading className="grid gap-4">
      <Skeleton className="h-8 w-40" />
      <Skeleton className="h-36 w-full rounded-lg" />
      <Skeleton className="h-64 w-full rounded-lg" />
      <Skeleton className="h-20 w-full rounded-lg" />
    </Loading>
  );
}
