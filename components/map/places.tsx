// What the map shows, as a list: every place by name, couriers with their distance to the door.
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { formatDistance, metresBetween } from "@/lib/format/distance";
import type { MapMarker } from "./marker";

/** For screen readers; `visible` also shows it, where the map itself cannot be drawn. */
export function MapPlaces({
  markers,
  hasZone,
  visible,
}: {
  markers: MapMarker[];
  hasZone: boolean;
  visible: boolean;
}) {
  const t = useTranslations("common.map");
  const locale = useLocale();
  const id = useId();
  const home = markers.find(({ kind }) => kind === "home");
  const places = markers.filter(({ kind }) => kind !== "corner");
  return (
    <div className={visible ? "px-4 pb-4" : "sr-only"}>
      <p id={id} className="font-semibold">
        {t("places")}
      </p>
      <ul aria-labelledby={id} className="grid gap-1 text-sm text-ink-2">
        {places.map((place) => (
          <li key={place.id} data-place={place.id}>
            {place.label}
            {place.stale && ` (${t("stale")})`}
            {": "}
            {home && place.kind === "courier"
              ? t("toHome", { distance: formatDistance(metresBetween(place, home), locale) })
              : t("at", { lat: place.lat.toFixed(4), lng: place.lng.toFixed(4) })}
          </li>
        ))}
        {hasZone && <li>{t("zone")}</li>}
      </ul>
    </div>
  );
}
