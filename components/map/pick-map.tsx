"use client";
// Choosing one spot: tap the map, drag the pin, or type the coordinates.
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import type { Point, Zone } from "./geometry";
import { MapView } from "./map";
import type { MapMarker } from "./marker";

const SIX_DECIMALS = 1e6; // a decimetre: more would only pretend

const rounded = (point: Point): Point => ({
  lat: Math.round(point.lat * SIX_DECIMALS) / SIX_DECIMALS,
  lng: Math.round(point.lng * SIX_DECIMALS) / SIX_DECIMALS,
});

/** `value` is the chosen spot; `onChange` gets a new one. `markers` and `zone` are shown for orientation. */
export function PickMap({
  label,
  value,
  onChange,
  zone = null,
  markers = [],
  className,
}: {
  label: string;
  value: Point | null;
  onChange: (point: Point) => void;
  zone?: Zone | null;
  markers?: MapMarker[];
  className?: string;
}) {
  const t = useTranslations("common.map");
  const lat = value?.lat;
  const lng = value?.lng;
  const all = [...markers];
  if (value) {
    const onMove = (to: Point) => onChange(rounded(to));
    all.push({ id: "pin", kind: "pin", label: t("pin"), lat: value.lat, lng: value.lng, onMove });
  }

  return (
    <div className="grid gap-2">
      <p className="text-sm text-ink-2">{t("pick")}</p>
      <MapView
        label={label}
        zone={zone}
        markers={all}
        onClick={(point) => onChange(rounded(point))}
        className={className}
      />
      <details>
        <summary className="inline-flex min-h-control items-center text-sm font-medium text-brand-ink">
          {t("exactCoordinates")}
        </summary>
        <div className="grid grid-cols-2 gap-3 pt-1">
          <Coordinate
            label={t("latitude")}
            value={lat}
            limit={90}
            onChange={(next) => onChange({ lat: next, lng: lng ?? 0 })}
          />
          <Coordinate
            label={t("longitude")}
            value={lng}
            limit={180}
            onChange={(next) => onChange({ lat: lat ?? 0, lng: next })}
          />
        </div>
      </details>
    </div>
  );
}

function Coordinate({
  label,
  value,
  limit,
  onChange,
}: {
  label: string;
  value: number | undefined;
  limit: number;
  onChange: (value: number) => void;
}) {
  const [text, setText] = useState(String(value ?? ""));
  useEffect(() => setText(String(value ?? "")), [value]);
  const typed = Number(text.replace(",", "."));
  const good = text.trim() !== "" && Number.isFinite(typed) && Math.abs(typed) <= limit;
  return (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          inputMode="decimal"
          aria-invalid={text !== "" && !good ? true : undefined}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => good && typed !== value && onChange(typed)}
        />
      )}
    </Field>
  );
}
