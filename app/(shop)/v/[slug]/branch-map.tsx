"use client";
// The branch and its delivery zone. The map's code is fetched only when this part of the page is looked at.
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { lazily } from "@/components/lazily";
import type { Zone } from "@/components/map/geometry";
import { Skeleton } from "@/components/ui/skeleton";

const shape = "h-72 md:h-full md:min-h-80";
const MapView = lazily(
  () => import("@/components/map/map").then((module) => module.MapView),
  <Skeleton className={shape} />,
);

/** `zone` is GeoJSON. */
export function BranchMap({
  branch,
  zone,
}: {
  branch: { name: string; lat: number; lng: number };
  zone: Zone;
}) {
  const t = useTranslations("shop.vendor");
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true));
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const { name, lat, lng } = branch;
  const markers = useMemo(
    () => [{ id: "branch", kind: "branch" as const, label: name, lat, lng }],
    [name, lat, lng],
  );
  return (
    <div ref={box} className={shape}>
      {seen && <MapView label={t("zoneOf", { name })} zone={zone} markers={markers} className={shape} />}
    </div>
  );
}
