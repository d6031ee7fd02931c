"use client";
// The branch, the door and the courier on one map.
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { MapView } from "@/components/map/map";
import type { MapMarker } from "@/components/map/marker";
import { branchName } from "@/lib/format/branch-name";
import type { Order } from "@/lib/orders/schema";
import type { Fix } from "../../position-schedule";

/** `here` is the courier's own position, null while it is not known. */
export function TaskMap({ task, here }: { task: Order; here: Fix | null }) {
  const t = useTranslations("courier.map");
  const { branch, address } = task;
  const [branchLabel, doorLabel, selfLabel] = [
    branchName(branch.vendor.name, branch.name),
    t("door"),
    t("you"),
  ];
  const markers = useMemo(() => {
    const places: MapMarker[] = [
      { id: "branch", kind: "branch", lat: branch.lat, lng: branch.lng, label: branchLabel },
    ];
    if (address)
      places.push({ id: "home", kind: "home", lat: address.lat, lng: address.lng, label: doorLabel });
    if (here) {
      const { lat, lng, heading } = here;
      places.push({ id: "courier", kind: "courier", lat, lng, heading, label: selfLabel });
    }
    return places;
  }, [branch.lat, branch.lng, address, here, branchLabel, doorLabel, selfLabel]);
  return <MapView label={t("label")} markers={markers} className="h-64" />;
}
