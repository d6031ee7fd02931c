// The orders' shape while they load.
import { Page } from "@/components/page";
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function OrdersLoading() {
  return (
    <Page width="reading">
      <Loading className="grid gap-4">
        <Skeleton className="h-9 w-48" />
        <Skeleton className="h-32 rounded-lg" />
        <Skeleton className="h-32 rounded-lg" />
        <Skeleton className="h-32 rounded-lg" />
      </Loading>
    </Page>
  );
}
