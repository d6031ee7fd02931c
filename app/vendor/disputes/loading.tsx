import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function DisputesLoading() {
  return (
    <Loading className="grid gap-4">
      <Skeleton className="h-9 w-56" />
      <Skeleton className="h-40 rounded-lg" />
      <Skeleton className="h-40 rounded-lg" />
    </Loading>
  );
}
