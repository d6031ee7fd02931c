"use client";
// Who rides for the vendor, on shift or not, with what and where. Positions are not broadcast to the panel: the list is read
// again as often as couriers report, and at once when an order changes hands.
import { Bike, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { lazily } from "@/components/lazily";
import { lazySheet } from "@/components/lazy-sheet";
import type { MapMarker } from "@/components/map/marker";
import { Button } from "@/components/ui/button";
import { Card, SectionHeading } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { Courier } from "@/lib/couriers/schema";
import { useLiveOrders } from "../_orders/live-orders";

const CourierRow = lazily(
  () => import("./courier-row").then((module) => module.CourierRow),
  <Skeleton className="h-17 rounded-none" />,
);

const NewCourier = lazySheet(() => import("./new-courier").then((module) => module.NewCourier));
const MAP_SIZE = "h-80 xl:h-96";
const MapView = lazily(
  () => import("@/components/map/map").then((module) => module.MapView),
  <Skeleton className={MAP_SIZE} />,
);

const REPORT_MS = 15_000; // couriers report their position this often

type List = { data: Courier[]; next_cursor: string | null };

export function Couriers({ initial }: { initial: List }) {
  const t = useTranslations("vendor.couriers");
  const errorText = useErrorText();
  const { orders, branches } = useLiveOrders();
  const { data = initial, error, mutate, reload } = useResource<List>("/api/vendor/couriers", initial);
  const [adding, setAdding] = useState(false);
  const hands = orders.map((order) => `${order.id}${order.courier?.id}`).join();

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void reload();
    }, REPORT_MS);
    return () => clearInterval(timer);
  }, [reload]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `hands` is the reason to read again
  useEffect(() => void reload(), [hands, reload]);

  const couriers = data.data;
  const online = couriers.filter(({ shift_status }) => shift_status === "online");
  const carried = couriers.reduce((sum, { active_orders }) => sum + active_orders, 0);
  const seen = online.flatMap(({ id, full_name, last_position: at }): MapMarker[] =>
    at
      ? [
          {
            id,
            kind: "courier",
            label: full_name,
            lat: at.lat,
            lng: at.lng,
            heading: at.heading,
            stale: at.stale,
          },
        ]
      : [],
  );
  const markers: MapMarker[] = [
    ...branches.map((branch) => ({ ...branch, kind: "branch" as const, label: branch.name })),
    ...seen,
  ];
  const add = (
    <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => setAdding(true)}>
      {t("add")}
    </Button>
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <SectionHeading
        level={1}
        title={t("title")}
        hint={couriers.length > 0 && t("summary", { online: online.length, orders: carried })}
        actions={couriers.length > 0 && add}
      />
      {Boolean(error) && <Notice tone="warning">{errorText(error)}</Notice>}
      {couriers.length === 0 ? (
        <EmptyState icon={<Bike aria-hidden />} title={t("empty")} action={add}>
          {t("emptyHint")}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
          <Card as="div" flush>
            <ul className="divide-y divide-line">
              {couriers.map((courier) => (
                <CourierRow
                  key={courier.id}
                  courier={courier}
                  onChange={(next) =>
                    mutate({ ...data, data: couriers.map((known) => (known.id === next.id ? next : known)) })
                  }
                />
              ))}
            </ul>
          </Card>
          {seen.length > 0 ? (
            <MapView label={t("map")} markers={markers} className={MAP_SIZE} />
          ) : (
            <Notice>{t("noPositions")}</Notice>
          )}
        </div>
      )}
      <NewCourier open={adding} onClose={() => setAdding(false)} onCreated={() => void reload()} />
    </div>
  );
}
