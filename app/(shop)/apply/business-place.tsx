"use client";
// Where the business is: city and district from the lists, the door as a pin.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazily } from "@/components/lazily";
import type { Point } from "@/components/map/geometry";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { useResource } from "@/lib/browser/use-resource";
import type { Place } from "@/lib/catalog/places";

const PickMap = lazily(
  () => import("@/components/map/pick-map").then((module) => module.PickMap),
  <Skeleton className="h-72 rounded-lg" />,
);

export type PlaceDraft = { district_id: number | null; point: Point | null };

/** The map appears once the district is known, with the pin in its middle. */
export function BusinessPlace({
  value,
  onChange,
  districtError,
  pointError,
}: {
  value: PlaceDraft;
  onChange: (place: PlaceDraft) => void;
  districtError: string | undefined;
  pointError: string | undefined;
}) {
  const t = useTranslations("shop.place");
  const a = useTranslations("shop.apply");
  const [city, setCity] = useState("");
  const cities = useResource<{ data: Place[] }>("/api/cities").data?.data ?? [];
  const districts =
    useResource<{ data: Place[] }>(city ? `/api/cities/${city}/districts` : null).data?.data ?? [];

  function choose(id: number) {
    const district = districts.find((place) => place.id === id);
    const middle =
      district?.lat != null && district.lng != null ? { lat: district.lat, lng: district.lng } : null;
    onChange({ district_id: district?.id ?? null, point: middle });
  }

  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("city")} required>
          {(control) => (
            <Select
              {...control}
              value={city}
              onChange={(event) => {
                setCity(event.target.value);
                onChange({ district_id: null, point: null });
              }}
            >
              <option value="">{t("choose")}</option>
              {cities.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("district")} required error={districtError}>
          {(control) => (
            <Select
              {...control}
              name="district_id"
              value={value.district_id ?? ""}
              disabled={districts.length === 0}
              onChange={(event) => choose(Number(event.target.value))}
            >
              <option value="">{t("choose")}</option>
              {districts.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {pointError && !districtError && <Notice tone="danger">{pointError}</Notice>}
      {value.district_id !== null && (
        <PickMap label={a("pin")} value={value.point} onChange={(point) => onChange({ ...value, point })} />
      )}
    </>
  );
}
