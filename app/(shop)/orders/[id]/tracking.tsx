"use client";
// The order as it is now. Messages are hints: a newer version shows its status at once and reads the rest; a position moves the
// courier; whatever was missed is re-read on join, on wake and by polling.
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { lazily } from "@/components/lazily";
import { Card, SectionHeading } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { useResource } from "@/lib/browser/use-resource";
import { useLive } from "@/lib/live/use-live";
import { isOldNews } from "@/lib/live/version";
import type { Order, OrderEvent, OrderStatus } from "@/lib/orders/schema";
import { awaitsPayment } from "../unpaid";
import { OrderTimeline } from "./order-timeline";
import { asPosition, type CourierPosition, later } from "./position";
import { endedUnhappily, hasEnded } from "./progress";
import { StatusHead } from "./status-head";

// Not on every order's screen, or of no use before a tap: fetched when shown.
const TrackingMap = lazily(
  () => import("./tracking-map").then((module) => module.TrackingMap),
  <Skeleton className="h-72 rounded-lg sm:h-96" />,
);
const CourierCard = lazily(() => import("./courier-card").then((module) => module.CourierCard));
const PayNotice = lazily(() => import("./pay-notice").then((module) => module.PayNotice));
const MoneyCard = lazily(
  () => import("./money-card").then((module) => module.MoneyCard),
  <Skeleton className="h-28 rounded-lg" />,
);
const EndedNotice = lazily(() => import("./ended-notice").then((module) => module.EndedNotice));
const CodeCard = lazily(() => import("./code-card").then((module) => module.CodeCard));
const DeliveryPhotos = lazily(() =>
  import("@/components/handover/delivery-photos").then((module) => module.DeliveryPhotos),
);
const DeliveryReports = lazily(() =>
  import("@/components/handover/delivery-reports").then((module) => module.DeliveryReports),
);
const ReorderButton = lazily(() => import("../reorder-button").then((module) => module.ReorderButton));
const ReviewCard = lazily(
  () => import("./review-card").then((module) => module.ReviewCard),
  <Skeleton className="h-44 rounded-lg" />,
);
const ShareOrder = lazily(() => import("./share-order").then((module) => module.ShareOrder));
const InstallHint = lazily(() => import("@/components/install-hint").then((module) => module.InstallHint));
const CancelOrder = lazily(() => import("./cancel-order").then((module) => module.CancelOrder));

/** `order` and `events` are as the server read them; `summary`, `pickup` and `problem` are made on the server. */
export function Tracking({
  order: first,
  events: firstEvents,
  summary,
  pickup,
  problem,
}: {
  order: Order;
  events: OrderEvent[];
  summary: ReactNode;
  pickup: ReactNode;
  problem: ReactNode;
}) {
  const t = useTranslations("shop.track");
  const resource = useResource<Order>(`/api/orders/${first.id}`, first);
  const timeline = useResource<{ data: OrderEvent[] }>(`/api/orders/${first.id}/events?limit=50`, {
    data: firstEvents,
  });
  const order = resource.data ?? first;
  const [heard, setHeard] = useState<CourierPosition | null>(null);

  const reread = () => Promise.all([resource.reload(), timeline.reload()]);
  const { state } = useLive({
    topics: [`order:${order.id}`],
    reread,
    onMessage: ({ event, payload }) => {
      if (event === "courier.position") {
        const position = asPosition(payload);
        if (position) setHeard((now) => later(now, position));
        return;
      }
      const { version, status } = payload;
      if (typeof version !== "number" || isOldNews(order.version, version)) return;
      // A status stands by itself: also past a gap, whose rest the reading brings.
      if (event === "order.status_changed" && typeof status === "string") {
        resource.mutate((now) => now && { ...now, status: status as OrderStatus, version });
      }
      void reread();
    },
  });

  const position = later(order.courier?.position ?? null, heard);
  const ended = hasEnded(order.status);
  const unpaid = awaitsPayment(order);
  const receipt = (
    <>
      {summary}
      <MoneyCard order={order} />
    </>
  );
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[1fr_24rem] lg:gap-6">
      <div className="grid gap-4">
        <StatusHead order={order} connection={state} />
        {unpaid && order.payment_id && (
          <PayNotice orderId={order.id} paymentId={order.payment_id} onOver={reread} />
        )}
        {endedUnhappily(order.status) && <EndedNotice order={order} />}
        {order.handover && order.handover.reports.length > 0 && <DeliveryReports order={order} />}
        {order.handover && order.handover.photos.length > 0 && <DeliveryPhotos order={order} />}
        {order.handover?.code && <CodeCard code={order.handover.code} />}
        {order.status === "DELIVERED" && <ReviewCard orderId={order.id} vendor={order.branch.vendor.name} />}
        {!ended && !unpaid && pickup}
        {order.type === "delivery" && order.address && !ended && !unpaid && (
          <TrackingMap order={order} address={order.address} position={position} />
        )}
        {order.courier && !ended && (
          <CourierCard courier={order.courier} position={position} address={order.address} />
        )}
        {!ended && <InstallHint />}
        {ended && receipt}
      </div>
      <div className="grid gap-4">
        <Card>
          <SectionHeading title={t("timeline")} className="mb-4" />
          <OrderTimeline order={order} events={timeline.data?.data ?? firstEvents} />
        </Card>
        {!ended && receipt}
        {order.status !== "NEW" && problem}
        {ended && <ReorderButton order={order} className="justify-self-start" />}
        {!ended && !unpaid && <ShareOrder orderId={order.id} />}
        <CancelOrder order={order} onChange={(next) => resource.mutate(next)} onStale={reread} />
      </div>
    </div>
  );
}
