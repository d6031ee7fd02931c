"use client";
// The body of the details: state, customer, address and map, items, money, timeline.
import { Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AlarmTrail } from "@/components/alarm-trail";
import { HandoverDesk } from "@/components/handover/handover-desk";
import { MapView } from "@/components/map/map";
import type { MapMarker } from "@/components/map/marker";
import { buttonClass } from "@/components/ui/button";
import { Clock } from "@/components/ui/clock";
import { Notice } from "@/components/ui/notice";
import { StatusBadge } from "@/components/ui/status-badge";
import { useEndReason } from "@/components/use-end-reason";
import { telephoneUrl } from "@/lib/format/telephone";
import type { Order } from "@/lib/orders/schema";
import { useLiveOrders } from "../_orders/live-orders";
import { ConfirmTimer } from "./confirm-timer";
import { OrderEvents } from "./order-events";
import { OrderMoney } from "./order-money";
import { OrderProblem } from "./order-problem";

export function OrderDetail({ order }: { order: Order }) {
  const t = useTranslations("vendor.detail");
  const orders = useTranslations("orders");
  const endReason = useEndReason();
  const { readOne, seenBy } = useLiveOrders();
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center gap-2">
        <StatusBadge status={order.status} />
        <span className="text-sm text-ink-2">
          {orders(`type.${order.type}`)} · {order.branch.name}
        </span>
        <span className="ml-auto text-sm text-ink-3">
          <Clock at={order.created_at} date />
        </span>
      </div>
      {order.status === "NEW" && order.confirm_by && <ConfirmTimer order={order} />}
      {order.end_reason && (
        <Notice tone="danger">{t("reason", { reason: endReason(order.end_reason) })}</Notice>
      )}
      <HandoverDesk order={order} onChange={({ id }) => void readOne(id)} />
      <Fact label={order.type === "delivery" ? t("eta") : t("etaPickup")}>
        <Clock at={order.eta_at} date={order.scheduled_for !== null} />
      </Fact>
      <Person label={t("customer")} name={order.customer.full_name} phone={order.customer.phone} />
      {order.type === "delivery" &&
        (order.courier ? (
          <Person label={t("courier")} name={order.courier.full_name} phone={order.courier.phone} />
        ) : (
          <Fact label={t("courier")}>
            <span className="text-ink-2">{t("noCourier")}</span>
          </Fact>
        ))}
      {order.note && (
        <Notice tone="warning">
          <span className="block text-sm font-normal text-ink-2">{t("note")}</span>
          {order.note}
        </Notice>
      )}
      {order.status !== "NEW" && <OrderProblem orderId={order.id} />}
      <OrderMoney order={order} />
      {order.address && <Destination order={order} address={order.address} />}
      <AlarmTrail orderId={order.id} mark={seenBy(order.id)?.at ?? order.version} />
      <OrderEvents orderId={order.id} version={order.version} />
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <span className="text-sm text-ink-3">{label}</span>
      <span className="min-w-0 text-right font-medium">{children}</span>
    </div>
  );
}

function Person({ label, name, phone }: { label: string; name: string; phone: string | null }) {
  const t = useTranslations("vendor.detail");
  return (
    <div className="flex items-center justify-between gap-3">
      <div className="min-w-0">
        <p className="text-sm text-ink-3">{label}</p>
        <p className="truncate font-medium">{name}</p>
      </div>
      {phone && (
        <a
          href={telephoneUrl(phone)}
          aria-label={t("call", { name })}
          className={buttonClass({ variant: "secondary", size: "sm" })}
        >
          <Phone aria-hidden className="size-4" />
          {phone}
        </a>
      )}
    </div>
  );
}

function Destination({ order, address }: { order: Order; address: NonNullable<Order["address"]> }) {
  const t = useTranslations("vendor.detail");
  const position = order.courier?.position;
  const markers: MapMarker[] = [
    { id: "branch", kind: "branch", label: order.branch.name, lat: order.branch.lat, lng: order.branch.lng },
    { id: "home", kind: "home", label: address.text, lat: address.lat, lng: address.lng },
  ];
  if (order.courier && position) {
    const { lat, lng, heading, stale } = position;
    markers.push({
      id: "courier",
      kind: "courier",
      label: order.courier.full_name,
      lat,
      lng,
      heading,
      stale,
    });
  }
  const to = `${address.lat},${address.lng}`;
  return (
    <section className="grid gap-2">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 className="font-sans text-sm font-normal text-ink-3">{t("address")}</h3>
          <p className="break-words">{address.text}</p>
        </div>
        <a
          href={`https://www.google.com/maps/dir/?api=1&destination=${to}`}
          target="_blank"
          rel="noreferrer"
          className={buttonClass({ variant: "secondary", size: "sm" })}
        >
          {t("directions")}
        </a>
      </div>
      <MapView label={t("map", { number: order.number })} markers={markers} className="h-52" />
    </section>
  );
}
