"use client";
// Branch, door and courier of an order on a map.
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { MapView } from "@/components/map/map";
import type { MapMarker } from "@/components/map/marker";
import { branchName } from "@/lib/format/branch-name";
import type { Order } from "@/lib/orders/schema";

export function OrderMap({ order }: { order: Order }) {
  const t = useTranslations("admin.order");
  const { branch, address, courier } = order;
  const door = t("door");
  const markers = useMemo(() => {
    const name = branchName(branch.vendor.name, branch.name);
    const places: MapMarker[] = [
      { id: "branch", kind: "branch", lat: branch.lat, lng: branch.lng, label: name },
    ];
    if (address) places.push({ id: "home", kind: "home", lat: address.lat, lng: address.lng, label: door });
    if (courier?.position) {
      const { lat, lng, heading, stale } = courier.position;
      places.push({ id: "courier", kind: "courier", lat, lng, heading, stale, label: courier.full_name });
    }
    return places;
  }, [branch, address, courier, door]);
  return <MapView label={t("map")} markers={markers} className="h-80" />;
}
