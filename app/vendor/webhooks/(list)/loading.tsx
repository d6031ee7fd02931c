// The endpoints' shape while they are read.
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function WebhooksLoading() {
  return (
    <Loading className="grid gap-4">
      <Skeleton className="h-9 w-48" />
      <Skeleton className="h-44 rounded-lg" />
    </Loading>
  );
}
