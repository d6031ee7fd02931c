"use client";
// The results on a map: a pin is a branch, a tap on it shows its card. The same cards can be had as a list, one tap away.
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { lazily } from "@/components/lazily";
import type { MapMarker } from "@/components/map/marker";
import { Skeleton } from "@/components/ui/skeleton";
import type { VendorCard as Vendor } from "@/lib/catalog/schema";
import { VendorCard } from "../vendor-card";

const SIZE = "h-[60dvh] min-h-80";
const MapView = lazily(
  () => import("@/components/map/map").then((module) => module.MapView),
  <Skeleton className={SIZE} />,
);

/** `home` is where the visitor wants it delivered. */
export function VendorMap({
  vendors,
  home,
  hearts,
  exact,
}: {
  vendors: Vendor[];
  home: { label: string; lat: number; lng: number } | null;
  hearts: { liked: string[]; signIn: string | null } | null;
  exact: boolean;
}) {
  const t = useTranslations("shop.vendors");
  const [picked, setPicked] = useState<string | null>(null);
  const shown = vendors.find(({ id }) => id === picked);
  const markers = useMemo(
    (): MapMarker[] => [
      ...vendors.map((vendor) => ({
        id: vendor.id,
        kind: "vendor" as const,
        label: vendor.name,
        lat: vendor.branch.lat,
        lng: vendor.branch.lng,
        onPick: () => setPicked(vendor.id),
        picked: vendor.id === picked,
      })),
      ...(home ? [{ id: "home", kind: "home" as const, ...home }] : []),
    ],
    [vendors, home, picked],
  );
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <MapView label={t("mapOf", { count: vendors.length })} markers={markers} className={SIZE} />
      <div aria-live="polite">
        {shown ? (
          <VendorCard vendor={shown} hearts={hearts} exact={exact} />
        ) : (
          <p className="text-ink-2">{t("pick")}</p>
        )}
      </div>
    </div>
  );
}
