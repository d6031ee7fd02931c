"use client";
// A new address: find the neighbourhood, set the pin, write the door, give it a name.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PickMap } from "@/components/map/pick-map";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { ChosenPlace, SavedAddress } from "../place/place";
import { PlaceSearch } from "../place/place-search";

/** `onSaved` gets the address as the server keeps it. */
export function NewAddressSheet({
  onClose,
  onSaved,
}: {
  onClose: () => void;
  onSaved: (address: SavedAddress) => void;
}) {
  const t = useTranslations("shop.account");
  const c = useTranslations("common");
  const errorText = useErrorText();
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  const [label, setLabel] = useState("");
  const [details, setDetails] = useState("");
  const [tried, setTried] = useState(false);
  const noLabel = label.trim() === "";
  const noDetails = details.trim().length < 5;

  const save = useAction(async () => {
    if (!place) return;
    onSaved(
      await api.post<SavedAddress>("/api/addresses", {
        label: label.trim(),
        text: [details.trim(), place.text].filter(Boolean).join(", ").slice(0, 300),
        lat: place.lat,
        lng: place.lng,
        ...(place.neighborhood_id !== null && { neighborhood_id: place.neighborhood_id }),
      }),
    );
  });
  function submit() {
    setTried(true);
    if (place && !noLabel && !noDetails) void save.run();
  }
  const refused = save.error instanceof ApiError ? save.error : null;

  return (
    <Sheet
      open
      onClose={onClose}
      title={t("addAddress")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {c("keep")}
          </Button>
          <Button onClick={submit} pending={save.pending}>
            {c("save")}
          </Button>
        </>
      }
    >
      <div className="grid min-h-96 content-start gap-4">
        <PlaceSearch autoFocus onPick={setPlace} />
        {tried && !place && (
          <Notice tone="danger" live>
            {t("placeFirst")}
          </Notice>
        )}
        {save.error !== null && (
          <Notice tone="danger" live>
            {errorText(refused ?? save.error)}
          </Notice>
        )}
        {place && (
          <>
            <p className="font-medium">{place.text}</p>
            <PickMap
              label={t("addressPin")}
              value={place}
              onChange={(point) => setPlace({ ...place, ...point })}
              className="h-56"
            />
            <Field label={t("details")} required error={tried && noDetails ? t("detailsMissing") : undefined}>
              {(control) => (
                <Textarea
                  {...control}
                  rows={2}
                  maxLength={200}
                  autoComplete="street-address"
                  placeholder={t("detailsExample")}
                  value={details}
                  onChange={(event) => setDetails(event.target.value)}
                />
              )}
            </Field>
            <Field label={t("label")} required error={tried && noLabel ? t("labelMissing") : undefined}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={40}
                  placeholder={t("labelExample")}
                  value={label}
                  onChange={(event) => setLabel(event.target.value)}
                />
              )}
            </Field>
          </>
        )}
      </div>
    </Sheet>
  );
}
