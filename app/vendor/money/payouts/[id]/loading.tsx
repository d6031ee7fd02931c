// The statement's shape while it is read.
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function PayoutLoading() {
  return (
    <Loading className="grid gap-4">
      <Skeleton className="h-9 w-64" />
      <Skeleton className="h-64 rounded-lg md:w-104" />
      <Skeleton className="h-80 rounded-lg" />
    </Loading>
  );
}
