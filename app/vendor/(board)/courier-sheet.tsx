"use client";
// Choosing who takes an order: the vendor's couriers with what decides it, on shift, how loaded, how far.
import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Button, ButtonLink } from "@/components/ui/button";
import { TimeAgo } from "@/components/ui/clock";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { Courier } from "@/lib/couriers/schema";
import { formatDistance, metresBetween } from "@/lib/format/distance";
import type { Order } from "@/lib/orders/schema";
import { useLiveOrders } from "../_orders/live-orders";

export function CourierSheet({ order, onClose }: { order: Order | null; onClose: () => void }) {
  const t = useTranslations("vendor.assign");
  return (
    <Sheet open={order !== null} onClose={onClose} title={t("title", { number: order?.number ?? "" })}>
      {order && <CourierChoice order={order} onDone={onClose} />}
    </Sheet>
  );
}

function CourierChoice({ order, onDone }: { order: Order; onDone: () => void }) {
  const t = useTranslations("vendor.assign");
  const errorText = useErrorText();
  const toast = useToast();
  const { assign, pending } = useLiveOrders();
  const { data, error, loading, reload } = useResource<{ data: Courier[] }>("/api/vendor/couriers");
  const busy = pending.has(order.id);

  async function choose(courier: Courier | null) {
    const done = await assign(order, courier?.id ?? null);
    if (done && courier) {
      toast({ title: t("done", { number: order.number, name: courier.full_name }), tone: "success" });
    }
    if (done) onDone();
    else void reload();
  }

  if (!data) {
    return error ? (
      <ErrorState message={errorText(error)} onRetry={() => void reload()} retrying={loading} />
    ) : (
      <Loading className="grid gap-2">
        <Skeleton className="h-16" />
        <Skeleton className="h-16" />
      </Loading>
    );
  }
  const couriers = data.data.filter(({ active }) => active);
  if (couriers.length === 0) {
    return (
      <EmptyState
        title={t("none")}
        action={<ButtonLink href="/vendor/couriers">{t("goToCouriers")}</ButtonLink>}
      >
        {t("noneHint")}
      </EmptyState>
    );
  }
  const sorted = couriers.toSorted(
    (a, b) =>
      Number(b.shift_status === "online") - Number(a.shift_status === "online") ||
      a.active_orders - b.active_orders,
  );
  return (
    <div className="grid gap-3">
      {couriers.every(({ shift_status }) => shift_status === "offline") && (
        <Notice tone="warning">{t("noneOnline")}</Notice>
      )}
      <ul className="grid gap-2">
        {sorted.map((courier) => (
          <li key={courier.id}>
            <CourierRow
              courier={courier}
              order={order}
              disabled={busy}
              onChoose={() => void choose(courier)}
            />
          </li>
        ))}
      </ul>
      {order.courier && (
        <Button variant="danger-quiet" pending={busy} onClick={() => void choose(null)}>
          {t("takeBack")}
        </Button>
      )}
    </div>
  );
}

function CourierRow({
  courier,
  order,
  disabled,
  onChoose,
}: {
  courier: Courier;
  order: Order;
  disabled: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations("vendor.assign");
  const locale = useLocale();
  const online = courier.shift_status === "online";
  const isCurrent = order.courier?.id === courier.id;
  const seen = courier.last_position;
  return (
    <button
      type="button"
      data-testid="courier-choice"
      data-courier-id={courier.id}
      disabled={disabled || !online || isCurrent}
      onClick={onChoose}
      className="flex w-full items-center gap-3 rounded-md border border-line p-3 text-left transition-colors enabled:hover:border-brand-ink enabled:hover:bg-brand-soft disabled:opacity-60"
    >
      <Avatar name={courier.full_name} />
      <span className="grid min-w-0 flex-1">
        <span className="truncate font-semibold">{courier.full_name}</span>
        <span className="flex flex-wrap items-center gap-x-1.5 text-sm text-ink-2">
          <span
            aria-hidden
            className={online ? "size-2 rounded-full bg-success" : "size-2 rounded-full bg-line-control"}
          />
          {online ? t("online") : t("offline")} · {t("carrying", { count: courier.active_orders })}
        </span>
        {online && (
          <span className="text-sm text-ink-3">
            {seen ? (
              <>
                {t("lastSeen")} <TimeAgo at={seen.at} /> ·{" "}
                {t("away", { distance: formatDistance(metresBetween(order.branch, seen), locale) })}
              </>
            ) : (
              t("neverSeen")
            )}
          </span>
        )}
      </span>
      {isCurrent && <span className="text-sm font-semibold text-brand-ink">{t("current")}</span>}
    </button>
  );
}
