"use client";
// Choosing by list: city, then district. For who does not know how the neighbourhood is spelt.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { useResource } from "@/lib/browser/use-resource";
import type { Place } from "@/lib/catalog/places";
import type { ChosenPlace } from "./place";

/** `onPick` gets the district chosen, as a place at its middle. */
export function DistrictChoice({ onPick }: { onPick: (place: ChosenPlace) => void }) {
  const t = useTranslations("shop.place");
  const [city, setCity] = useState("");
  const [district, setDistrict] = useState("");
  const cities = useResource<{ data: Place[] }>("/api/cities").data?.data ?? [];
  const districts =
    useResource<{ data: Place[] }>(city ? `/api/cities/${city}/districts` : null).data?.data ?? [];
  const inCity = cities.find(({ slug }) => slug === city);
  const chosen = districts.find(({ slug }) => slug === district);

  function pick() {
    if (!inCity || !chosen) return;
    const lat = chosen.lat ?? inCity.lat;
    const lng = chosen.lng ?? inCity.lng;
    if (lat === null || lng === null) return;
    onPick({
      label: chosen.name,
      text: `${chosen.name}, ${inCity.name}`,
      lat,
      lng,
      city_slug: inCity.slug,
      district_slug: chosen.slug,
      neighborhood_id: null,
    });
  }

  return (
    <div className="grid gap-3 pt-2 sm:grid-cols-2">
      <Field label={t("city")}>
        {(control) => (
          <Select
            {...control}
            value={city}
            onChange={(event) => {
              setCity(event.target.value);
              setDistrict("");
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
      <Field label={t("district")}>
        {(control) => (
          <Select
            {...control}
            value={district}
            disabled={districts.length === 0}
            onChange={(event) => setDistrict(event.target.value)}
          >
            <option value="">{t("choose")}</option>
            {districts.map(({ slug, name, vendor_count }) => (
              <option key={slug} value={slug}>
                {vendor_count > 0 ? t("withVendors", { name, count: vendor_count }) : name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button variant="secondary" className="sm:col-span-2" disabled={!chosen} onClick={pick}>
        {t("continue")}
      </Button>
    </div>
  );
}
