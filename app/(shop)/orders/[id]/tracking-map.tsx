"use client";
// Branch, home and the courier between them. The courier is shown from hand-over to the door.
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { MapView } from "@/components/map/map";
import type { MapMarker } from "@/components/map/marker";
import { useNow } from "@/components/ui/clock";
import type { Order } from "@/lib/orders/schema";
import { type CourierPosition, isStale } from "./position";

/** `position` is the courier's last known one. */
export function TrackingMap({
  order,
  address,
  position,
}: {
  order: Order;
  address: NonNullable<Order["address"]>;
  position: CourierPosition | null;
}) {
  const t = useTranslations("shop.track");
  const now = useNow(5_000);
  const stale = position !== null && isStale(position, now);
  const { branch, courier } = order;
  const markers = useMemo(() => {
    const all: MapMarker[] = [
      { id: "branch", kind: "branch", label: branch.vendor.name, lat: branch.lat, lng: branch.lng },
      { id: "home", kind: "home", label: t("home"), lat: address.lat, lng: address.lng },
    ];
    if (courier && position) {
      const { lat, lng, heading } = position;
      all.push({ id: "courier", kind: "courier", label: courier.full_name, lat, lng, heading, stale });
    }
    return all;
  }, [branch, address, courier, position, stale, t]);
  return <MapView label={t("map")} markers={markers} className="h-72 sm:h-96" />;
}
