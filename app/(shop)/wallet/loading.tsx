// The wallet's shape while it loads.
import { Page } from "@/components/page";
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function WalletLoading() {
  return (
    <Page width="reading">
      <Loading className="grid gap-5">
        <Skeleton className="h-9 w-40" />
        <Skeleton className="h-44 rounded-lg" />
        <Skeleton className="h-96 rounded-lg" />
      </Loading>
    </Page>
  );
}
