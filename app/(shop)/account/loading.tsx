// The account's shape while it loads.
import { Page } from "@/components/page";
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function AccountLoading() {
  return (
    <Page width="reading">
      <Loading className="grid gap-5">
        <Skeleton className="h-9 w-40" />
        <Skeleton className="h-64 rounded-lg" />
        <Skeleton className="h-48 rounded-lg" />
        <Skeleton className="h-36 rounded-lg" />
      </Loading>
    </Page>
  );
}
