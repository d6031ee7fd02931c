// An endpoint's shape while it is read.
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function WebhookLoading() {
  return (
    <Loading className="grid gap-6">
      <Skeleton className="h-40 rounded-lg" />
      <Skeleton className="h-96 rounded-lg" />
    </Loading>
  );
}
