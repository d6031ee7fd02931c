// The list's shape while the server looks.
import { Page } from "@/components/page";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { cardGrid, VendorCardSkeleton } from "../vendor-card-skeleton";

export default function VendorsLoading() {
  return (
    <Page>
      <Loading className="grid gap-5">
        <div className="grid gap-3">
          <Skeleton className="h-9 w-64" />
          <Skeleton className="h-11 max-w-xl rounded-full" />
          <Skeleton className="h-11 w-52 rounded-full" />
          <Skeleton className="h-11 rounded-full" />
          <Skeleton className="h-11 rounded-full" />
          <Skeleton className="h-11 w-80 max-w-full" />
        </div>
        <div className={cardGrid}>
          {[1, 2, 3, 4, 5, 6].map((card) => (
            <VendorCardSkeleton key={card} />
          ))}
        </div>
      </Loading>
    </Page>
  );
}
