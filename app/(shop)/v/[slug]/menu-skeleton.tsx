// The menu's shape while it loads.
import { Loading, Skeleton } from "@/components/ui/skeleton";

/** Category chips and product rows. */
export function MenuSkeleton() {
  return (
    <Loading className="mt-6 grid gap-4">
      <Skeleton className="h-11 max-w-md rounded-full" />
      <div className="flex gap-2 overflow-hidden">
        {[1, 2, 3, 4].map((chip) => (
          <Skeleton key={chip} className="h-11 w-28 shrink-0 rounded-full" />
        ))}
      </div>
      <div className="grid gap-3 md:grid-cols-2">
        {[1, 2, 3, 4, 5, 6].map((row) => (
          <Skeleton key={row} className="h-32 rounded-lg" />
        ))}
      </div>
    </Loading>
  );
}
