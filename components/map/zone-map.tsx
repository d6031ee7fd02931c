"use client";
// Drawing a delivery zone: tap to add a corner, drag to move it, undo, clear; or edit the corners as text.
import { Trash2, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../ui/button";
import { addCorner, cornersOf, type Point, withCorners, type Zone } from "./geometry";
import { MapView } from "./map";
import type { MapMarker } from "./marker";
import { ZoneCorners } from "./zone-corners";

/** `said` is the value last given or told; `base` keeps what is not edited; `past` is for undo. */
function startFrom(value: Zone | null) {
  const past: Point[][] = [];
  return { said: value, base: value, corners: cornersOf(value), past };
}

/**
 * `value` is the zone; `onChange` gets the edited one, or null while it has fewer than three corners.
 * Of a MultiPolygon the first outline is edited and the rest is kept. `branch` is shown for orientation.
 */
export function ZoneMap({
  label,
  value,
  onChange,
  branch,
  className = "h-96",
}: {
  label: string;
  value: Zone | null;
  onChange: (zone: Zone | null) => void;
  branch?: Point & { label: string };
  className?: string;
}) {
  const t = useTranslations("common.map");
  const [drawn, setDrawn] = useState(() => startFrom(value));

  // A value that is not what we last said comes from outside (loaded, reset): start over from it.
  if (drawn.said !== value) setDrawn(startFrom(value));
  const { corners, base, past } = drawn;

  function change(next: Point[], history = [...past, corners]) {
    const zone = withCorners(base, next);
    setDrawn({ said: zone, base: base ?? zone, corners: next, past: history });
    onChange(zone);
  }

  const markers: MapMarker[] = corners.map((corner, index) => ({
    id: `corner-${index}`,
    kind: "corner",
    label: t("corner", { number: index + 1 }),
    ...corner,
    onMove: (to) => change(corners.with(index, to)),
  }));
  if (branch) markers.unshift({ id: "branch", kind: "branch", ...branch });

  return (
    <div className="grid gap-2">
      <p className="text-sm text-ink-2">{t("drawHint")}</p>
      <MapView
        label={label}
        zone={withCorners(base, corners)}
        markers={markers}
        onClick={(point) => change(addCorner(corners, point))}
        className={className}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="sm"
          variant="secondary"
          icon={<Undo2 aria-hidden className="size-4" />}
          disabled={past.length === 0}
          onClick={() => change(past.at(-1) ?? [], past.slice(0, -1))}
        >
          {t("undo")}
        </Button>
        <Button
          size="sm"
          variant="danger-quiet"
          icon={<Trash2 aria-hidden className="size-4" />}
          disabled={corners.length === 0}
          onClick={() => change([])}
        >
          {t("clearZone")}
        </Button>
        {corners.length > 0 && corners.length < 3 && <p className="text-sm text-warning">{t("tooFew")}</p>}
      </div>
      <ZoneCorners corners={corners} onChange={(next) => change(next)} />
    </div>
  );
}
