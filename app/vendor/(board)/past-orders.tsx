"use client";
// Orders that have ended, newest first: for the customer who calls about yesterday's.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Clock } from "@/components/ui/clock";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { LoadMore } from "@/components/ui/load-more";
import { Money } from "@/components/ui/money";
import { Sheet } from "@/components/ui/sheet";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { StatusBadge } from "@/components/ui/status-badge";
import { useErrorText } from "@/lib/browser/use-error-text";
import { usePages } from "@/lib/browser/use-pages";
import type { Order } from "@/lib/orders/schema";

export function PastOrders({
  open,
  onClose,
  onOrder,
}: {
  open: boolean;
  onClose: () => void;
  onOrder: (order: Order) => void;
}) {
  const t = useTranslations("vendor.past");
  return (
    <Sheet open={open} onClose={onClose} title={t("title")} placement="side">
      <PastList onOrder={onOrder} />
    </Sheet>
  );
}

function PastList({ onOrder }: { onOrder: (order: Order) => void }) {
  const t = useTranslations("vendor.past");
  const errorText = useErrorText();
  const { items, cursor, error, loading, more, reload } = usePages<Order>(
    "/api/vendor/orders?status=past&limit=20",
  );
  if (!items) {
    return error ? (
      <ErrorState message={errorText(error)} onRetry={() => void reload()} retrying={loading} />
    ) : (
      <Loading className="grid gap-2">
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
      </Loading>
    );
  }
  if (items.length === 0) return <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>;
  return (
    <>
      <ul className="-mx-2 grid">
        {items.map((order) => (
          <li key={order.id}>
            <Button
              variant="ghost"
              full
              className="py-2 text-left [&>span]:w-full"
              onClick={() => onOrder(order)}
            >
              <span className="grid flex-1 gap-0.5 font-normal">
                <span className="flex items-center justify-between gap-2">
                  <span className="min-w-0 truncate">
                    <b>#{order.number}</b> {order.customer.full_name}
                  </span>
                  <Money minor={order.total_minor} className="font-semibold" />
                </span>
                <span className="flex items-center justify-between gap-2 text-sm text-ink-3">
                  <Clock at={order.created_at} date />
                  <StatusBadge status={order.status} />
                </span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <LoadMore cursor={cursor} pending={loading} onMore={() => void more()} />
    </>
  );
}
