"use client";
// An order with its history, kept live by its own channel.
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { AlarmTrail } from "@/components/alarm-trail";
import { lazily } from "@/components/lazily";
import { ConnectionState } from "@/components/live/connection-state";
import { Card } from "@/components/ui/card";
import { useNow } from "@/components/ui/clock";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusBadge } from "@/components/ui/status-badge";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { CourierPage } from "@/lib/couriers/schema";
import { useLive } from "@/lib/live/use-live";
import { isOldNews } from "@/lib/live/version";
import type { Order, OrderEvent, OrderEventPage } from "@/lib/orders/schema";
import { ConcernBadge } from "../../concern-badge";
import { concernOf, isOver } from "../../lateness";
import { CourierChoice } from "./courier-choice";
import { OrderFacts } from "./order-facts";
import { PastBanner } from "./past-banner";

const OrderLines = lazily(
  () => import("./order-lines").then((module) => module.OrderLines),
  <Skeleton className="h-48 rounded-lg" />,
);
const Override = lazily(
  () => import("./override").then((module) => module.Override),
  <Skeleton className="h-48 rounded-lg" />,
);
const HandoverDesk = lazily(() =>
  import("@/components/handover/handover-desk").then((module) => module.HandoverDesk),
);
const History = lazily(
  () => import("./history").then((module) => module.History),
  <Skeleton className="h-64" />,
);

const OrderMap = lazily(
  () => import("./order-map").then((module) => module.OrderMap),
  <Skeleton className="h-80 rounded-lg" />,
);

const GiveRefund = lazily(() => import("./give-refund").then((module) => module.GiveRefund));

const TimeSlider = lazily(
  () => import("./time-slider").then((module) => module.TimeSlider),
  <Skeleton className="h-40 rounded-lg" />,
);

const LATENESS_MS = 10_000;

type CourierList = z.infer<typeof CourierPage>;

/** Everything as the server read it. */
export function OrderRoom({
  initial,
  initialEvents,
  initialCouriers,
}: {
  initial: Order;
  initialEvents: z.infer<typeof OrderEventPage>;
  initialCouriers: CourierList;
}) {
  const t = useTranslations("admin.order");
  const tOrder = useTranslations("orders");
  const errorText = useErrorText();
  const now = useNow(LATENESS_MS);
  const path = `/api/orders/${initial.id}`;
  const { data: order = initial, error, reload, mutate } = useResource<Order>(path, initial);
  const events = useResource<z.infer<typeof OrderEventPage>>(`${path}/events?limit=50`, initialEvents);
  const couriers = useResource<CourierList>(
    `/api/vendor/couriers?vendor_id=${initial.branch.vendor.id}`,
    initialCouriers,
  );
  const [overtaken, setOvertaken] = useState(false);
  const [moment, setMoment] = useState<OrderEvent | null>(null); // the past that is looked at; null: now
  const then = useResource<Order>(moment && `${path}?at=${encodeURIComponent(moment.at)}`);
  const past = moment && then.data;
  const shown = past ?? order;

  function rereadAll() {
    void Promise.all([reload(), events.reload(), couriers.reload()]);
  }
  const { state } = useLive({
    topics: [`order:${initial.id}`],
    reread: rereadAll,
    onMessage: ({ event, payload }) => {
      const { version } = payload as { version?: number };
      if (event === "courier.position") void reload();
      else if (version === undefined || !isOldNews(order.version, version)) rereadAll();
    },
  });
  /** `byOther`: someone else changed the order first, and this is what they left. */
  function change(next: Order, byOther: boolean) {
    mutate(next);
    setOvertaken(byOther);
    void Promise.all([events.reload(), couriers.reload()]);
  }
  const concern = concernOf(order, now);

  return (
    <div className="grid grid-cols-1 gap-4" data-testid="order" data-status={order.status}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Link
          href="/admin/orders"
          className="-ml-2 inline-flex min-h-11 items-center gap-1.5 rounded-md px-2 font-semibold text-brand-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {t("back")}
        </Link>
        <h1 className="text-2xl">{tOrder("number", { number: order.number })}</h1>
        <StatusBadge status={shown.status} className="text-base" />
        {!moment && concern && <ConcernBadge concern={concern} />}
        <ConnectionState state={state} className="ml-auto" />
      </div>
      {error !== null && (
        <Notice tone="warning" live>
          {errorText(error)}
        </Notice>
      )}
      {moment && then.error !== null && (
        <Notice tone="danger" live>
          {errorText(then.error)}
        </Notice>
      )}
      {past && <PastBanner past={past} onBack={() => setMoment(null)} />}
      {overtaken && (
        <Notice tone="warning" live>
          {t("overtaken")}
        </Notice>
      )}
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid grid-cols-1 gap-4">
          <OrderFacts order={shown} />
          <OrderLines order={shown} />
          {order.address && <OrderMap order={shown} />}
        </div>
        <div className="grid grid-cols-1 gap-4">
          {!moment && order.handover && (
            <Card className="empty:hidden">
              <HandoverDesk order={order} onChange={(next) => change(next, false)} />
            </Card>
          )}
          {!moment && !isOver(order) && <Override order={order} onChange={change} />}
          {!moment && isOver(order) && order.paid_minor > 0 && (
            <GiveRefund order={order} onChanged={rereadAll} />
          )}
          {!moment && order.type === "delivery" && !isOver(order) && (
            <CourierChoice order={order} couriers={couriers.data?.data ?? []} onChange={change} />
          )}
          <TimeSlider order={order} first={events.data ?? initialEvents} moment={moment} onMove={setMoment} />
          <Card>
            <h2 className="mb-4 text-lg">{t("history")}</h2>
            <History events={events.data?.data ?? []} order={order} />
            <div className="mt-4 empty:hidden">
              <AlarmTrail orderId={order.id} mark={events.data?.data.length} />
            </div>
          </Card>
        </div>
      </div>
    </div>
  );
}
