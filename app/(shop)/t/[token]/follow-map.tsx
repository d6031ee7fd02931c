"use client";
// Where it comes from and where the courier is. Where it goes to is not told, so the map does not show it.
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { MapView } from "@/components/map/map";
import type { MapMarker } from "@/components/map/marker";
import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { TimeAgo, useNow } from "@/components/ui/clock";
import type { Tracking } from "@/lib/tracking/schema";
import { isStale } from "../../orders/[id]/position";

/** The ride of `courier`. */
export function FollowMap({
  tracking: { vendor, branch },
  courier: { name, vehicle, position },
}: {
  tracking: Tracking;
  courier: NonNullable<Tracking["courier"]>;
}) {
  const t = useTranslations("shop.track");
  const now = useNow(5_000);
  const stale = position !== null && isStale(position, now);
  const markers = useMemo(() => {
    const all: MapMarker[] = [
      { id: "branch", kind: "branch", label: vendor.name, lat: branch.lat, lng: branch.lng },
    ];
    if (position) {
      const { lat, lng, heading } = position;
      all.push({ id: "courier", kind: "courier", label: name, lat, lng, heading, stale });
    }
    return all;
  }, [vendor.name, branch.lat, branch.lng, name, position, stale]);
  return (
    <>
      <MapView label={t("map")} markers={markers} className="h-72 sm:h-96" />
      <Card className="flex items-center gap-4">
        <Avatar name={name} className="size-12" />
        <div className="min-w-0">
          <p className="font-semibold break-words">{name}</p>
          <p className="text-sm text-ink-2">{t(`vehicle.${vehicle}`)}</p>
          {position && stale && (
            <p className="text-sm text-warning">
              {t("lastSeen")} <TimeAgo at={position.at} precise />
            </p>
          )}
        </div>
      </Card>
    </>
  );
}
