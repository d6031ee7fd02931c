// The payment's shape while it loads.
import { Page } from "@/components/page";
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function PayLoading() {
  return (
    <Page width="narrow">
      <Loading className="grid gap-4">
        <Skeleton className="h-44 rounded-lg" />
        <Skeleton className="h-96 rounded-lg" />
      </Loading>
    </Page>
  );
}
