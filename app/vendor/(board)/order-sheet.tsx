"use client";
// Everything about one order, with every action it allows. An order on the board is shown live; one from the past is read.
import { useTranslations } from "next-intl";
import { ErrorState } from "@/components/ui/error-state";
import { Sheet } from "@/components/ui/sheet";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { Order } from "@/lib/orders/schema";
import { OrderDetail } from "./order-detail";
import { SheetActions } from "./sheet-actions";

export function OrderSheet({
  id,
  live,
  onClose,
  onEnd,
  onCourier,
  onRefund,
}: {
  id: string | null;
  live: Order | null;
  onClose: () => void;
  onEnd: (order: Order) => void;
  onCourier: (order: Order) => void;
  onRefund: (order: Order) => void;
}) {
  const t = useTranslations("vendor.detail");
  const errorText = useErrorText();
  const read = useResource<Order>(id && !live ? `/api/orders/${id}` : null);
  const order = live ?? (read.data?.id === id ? read.data : null);
  return (
    <Sheet
      open={id !== null}
      onClose={onClose}
      placement="side"
      title={t("title", { number: order?.number ?? "" })}
      footer={order && <SheetActions order={order} onEnd={onEnd} onCourier={onCourier} onRefund={onRefund} />}
    >
      {order ? (
        <OrderDetail order={order} />
      ) : read.error ? (
        <ErrorState message={errorText(read.error)} onRetry={() => void read.reload()} />
      ) : (
        <Loading className="grid gap-3">
          <Skeleton className="h-8 w-1/2" />
          <Skeleton className="h-40" />
          <Skeleton className="h-24" />
        </Loading>
      )}
    </Sheet>
  );
}
