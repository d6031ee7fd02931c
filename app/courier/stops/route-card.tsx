"use client";
// The ride through several doors: numbered on the map and in a list that a thumb can rearrange.
import { ArrowDown, ArrowUp, Route } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { MapView } from "@/components/map/map";
import type { MapMarker } from "@/components/map/marker";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { branchName } from "@/lib/format/branch-name";
import type { Order } from "@/lib/orders/schema";
import { useDesk } from "../desk";

/** `stops` are the tasks of the ride, in order; at least two. */
export function RouteCard({ stops }: { stops: Order[] }) {
  const t = useTranslations("courier");
  const { sharing, stops: order } = useDesk();
  const { here } = sharing;
  const self = t("map.you");
  const markers = useMemo(() => {
    const places: MapMarker[] = [];
    for (const [place, { id, address, number }] of stops.entries()) {
      const label = `${place + 1}. #${number}`;
      if (address)
        places.push({ id, kind: "home", lat: address.lat, lng: address.lng, label, number: place + 1 });
    }
    for (const { branch } of stops.slice(0, 1)) {
      const label = branchName(branch.vendor.name, branch.name);
      places.push({ id: "branch", kind: "branch", lat: branch.lat, lng: branch.lng, label });
    }
    if (here) {
      const { lat, lng, heading } = here;
      places.push({ id: "courier", kind: "courier", lat, lng, heading, label: self });
    }
    return places;
  }, [stops, here, self]);

  return (
    <Card className="grid gap-3" data-testid="route">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-lg">{t("route.title", { count: stops.length })}</h2>
        {order.byHand && (
          <Button
            variant="ghost"
            size="sm"
            icon={<Route aria-hidden className="size-4" />}
            onClick={order.reset}
          >
            {t("route.shortest")}
          </Button>
        )}
      </div>
      <MapView label={t("route.map")} markers={markers} className="h-56" />
      <ol className="grid gap-1">
        {stops.map(({ id, number, address }, place) => (
          <li key={id} data-testid="stop" data-order-id={id} className="flex min-h-14 items-center gap-3">
            <span className="grid size-9 shrink-0 place-items-center rounded-full bg-ink font-bold text-bg tabular-nums">
              {place + 1}
            </span>
            <span className="min-w-0 flex-1">
              <span className="line-clamp-2 font-medium">{address?.text}</span>
              <span className="text-sm text-ink-2">#{number}</span>
            </span>
            <IconButton
              tone="outline"
              className="size-12"
              label={t("route.earlier", { number })}
              icon={<ArrowUp aria-hidden className="size-5" />}
              disabled={place === 0}
              onClick={() => order.move(id, -1)}
            />
            <IconButton
              tone="outline"
              className="size-12"
              label={t("route.later", { number })}
              icon={<ArrowDown aria-hidden className="size-5" />}
              disabled={place === stops.length - 1}
              onClick={() => order.move(id, 1)}
            />
          </li>
        ))}
      </ol>
    </Card>
  );
}
