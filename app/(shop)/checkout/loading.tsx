// The checkout's shape while it loads.
import { Page } from "@/components/page";
import { Skeleton } from "@/components/ui/skeleton";
import { CheckoutSkeleton } from "./checkout-skeleton";

export default function CheckoutLoading() {
  return (
    <Page width="wide">
      <Skeleton className="mb-4 h-9 w-56" />
      <CheckoutSkeleton />
    </Page>
  );
}
