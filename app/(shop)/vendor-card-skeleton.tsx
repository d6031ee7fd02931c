// A vendor in a list while it loads, and the list's grid. Apart from the card: a page that loads would bring the card's code a second time.
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of a card. */
export function VendorCardSkeleton() {
  return (
    <Card as="div" flush>
      <Skeleton className="aspect-[2.1] rounded-none" />
      <div className="grid gap-2.5 p-4">
        <Skeleton className="h-5 w-2/3" />
        <Skeleton className="h-4 w-1/2" />
        <Skeleton className="h-4 w-3/4" />
      </div>
    </Card>
  );
}

/** How cards stand beside each other. */
export const cardGrid = "grid gap-4 sm:grid-cols-2 lg:grid-cols-3";
