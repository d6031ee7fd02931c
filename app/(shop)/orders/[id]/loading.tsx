// The order's shape while it loads.
import { Page } from "@/components/page";
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function OrderLoading() {
  return (
    <Page width="wide">
      <Loading className="grid gap-4 lg:grid-cols-[1fr_24rem] lg:gap-6">
        <div className="grid content-start gap-4">
          <Skeleton className="h-44 rounded-lg" />
          <Skeleton className="h-72 rounded-lg sm:h-96" />
        </div>
        <Skeleton className="h-96 rounded-lg" />
      </Loading>
    </Page>
  );
}
