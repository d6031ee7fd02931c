"use client";
// A new branch: name, district, address, spot on the map. The rest has sensible beginnings and is set on its own page.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PickMap } from "@/components/map/pick-map";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { Branch } from "@/lib/catalog/branches";
import type { Place } from "@/lib/catalog/places";

type Places = { data: Place[] };
type Spot = { lat: number; lng: number };

const spotOf = (place: Place | undefined): Spot | null =>
  place?.lat != null && place.lng != null ? { lat: place.lat, lng: place.lng } : null;

export function NewBranchForm({ onCreated }: { onCreated: (branch: Branch) => void }) {
  const t = useTranslations("vendor.branches.new");
  const settings = useTranslations("vendor.branch");
  const errorText = useErrorText();
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const [phone, setPhone] = useState("");
  const [city, setCity] = useState("");
  const [districtId, setDistrictId] = useState("");
  const [spot, setSpot] = useState<Spot | null>(null);
  const [tried, setTried] = useState(false);
  const cities = useResource<Places>("/api/cities");
  const districts = useResource<Places>(city ? `/api/cities/${city}/districts` : null);

  const short = (text: string, min: number) =>
    text.trim().length < min ? settings("textInvalid", { min }) : undefined;
  const problems = {
    name: short(name, 2),
    address_text: short(address, 5),
    district_id: districtId ? undefined : t("districtMissing"),
    lat: spot ? undefined : t("placeMissing"),
  };
  const create = useAction(async () => {
    setTried(true);
    if (!spot || Object.values(problems).some(Boolean)) return;
    onCreated(
      await api.post<Branch>("/api/vendor/branches", {
        name,
        address_text: address,
        district_id: Number(districtId),
        ...spot,
        ...(phone.trim() && { phone }),
      }),
    );
  });
  const failed = create.error instanceof ApiError ? create.error : null;
  const problem = (field: keyof typeof problems) => (tried && problems[field]) || failed?.field(field);

  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void create.run();
      }}
    >
      <Notice>{t("hint")}</Notice>
      <Field label={settings("name")} error={problem("name")} required>
        {(control) => (
          <Input
            {...control}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("city")} required>
          {(control) => (
            <Select
              {...control}
              value={city}
              onChange={(event) => {
                setCity(event.target.value);
                setDistrictId("");
              }}
            >
              <option value="">{t("chooseCity")}</option>
              {cities.data?.data.map((place) => (
                <option key={place.id} value={place.slug}>
                  {place.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("district")} error={problem("district_id")} required>
          {(control) => (
            <Select
              {...control}
              disabled={!city}
              value={districtId}
              onChange={(event) => {
                const place = districts.data?.data.find(({ id }) => String(id) === event.target.value);
                setDistrictId(event.target.value);
                setSpot(spotOf(place) ?? spot);
              }}
            >
              <option value="">{t("chooseDistrict")}</option>
              {city &&
                districts.data?.data.map((place) => (
                  <option key={place.id} value={place.id}>
                    {place.name}
                  </option>
                ))}
            </Select>
          )}
        </Field>
      </div>
      <Field label={settings("address")} error={problem("address_text")} required>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={300}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        )}
      </Field>
      <Field label={settings("phone")} error={failed?.field("phone")}>
        {(control) => (
          <Input
            {...control}
            type="tel"
            maxLength={20}
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
        )}
      </Field>
      <PickMap label={t("map")} value={spot} onChange={setSpot} className="h-64" />
      {problem("lat") && <p className="text-sm font-medium text-danger">{problem("lat")}</p>}
      {failed && (
        <Notice tone="danger" live>
          {errorText(failed)}
        </Notice>
      )}
      <Button type="submit" pending={create.pending}>
        {t("create")}
      </Button>
    </form>
  );
}
