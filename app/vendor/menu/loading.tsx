// The menu's shape while it is read.
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function MenuLoading() {
  return (
    <Loading className="grid gap-4">
      <Skeleton className="h-9 w-48" />
      <Skeleton className="h-11" />
      {["a", "b", "c", "d", "e"].map((key) => (
        <Skeleton key={key} className="h-20" />
      ))}
    </Loading>
  );
}
