"use client";
// Where to deliver: a saved address, or the chosen place with its door. The pin can be moved on a map that loads when asked.
import { MapPinned } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazily } from "@/components/lazily";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox, Radio } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { ShopBranch } from "@/lib/catalog/schema";
import type { Problem } from "../cart/problems";
import { useProblemText } from "../cart/use-problem-text";
import { type ChosenPlace, placeOfAddress, type SavedAddress } from "../place/place";
import { useKeepPlace } from "../place/use-place";
import type { Draft } from "./draft";

const PlaceSheet = lazily(() => import("../place/place-sheet").then((module) => module.PlaceSheet));

/** `onPlace` gets another place at once; the shop's own place follows it. */
export function AddressSection({
  branch,
  draft,
  place,
  saved,
  addresses,
  missing,
  problem,
  onChange,
  onPlace,
}: {
  branch: ShopBranch;
  draft: Draft;
  place: ChosenPlace | null;
  saved: SavedAddress | undefined;
  addresses: SavedAddress[];
  missing: "place" | "details" | null;
  problem: Problem | undefined;
  onChange: (change: Partial<Draft>) => void;
  onPlace: (place: ChosenPlace) => void;
}) {
  const t = useTranslations("shop.checkout");
  const problemText = useProblemText();
  const keep = useKeepPlace();
  const [sheet, setSheet] = useState<{ start: ChosenPlace | null; open: boolean } | null>(null);
  function choose(next: ChosenPlace) {
    onPlace(next);
    keep(next);
  }
  return (
    <Card className="grid gap-3">
      <h2 className="text-lg">{t("where")}</h2>
      {problem && (
        <Notice
          tone="danger"
          live
          action={
            branch.accepts_pickup && (
              <Button variant="secondary" size="sm" onClick={() => onChange({ type: "pickup" })}>
                {t("pickupInstead")}
              </Button>
            )
          }
        >
          {problemText(problem)}
        </Notice>
      )}
      {addresses.length > 0 && (
        <div className="divide-y divide-line">
          {addresses.map((address) => (
            <Radio
              key={address.id}
              name="address"
              label={address.label}
              hint={address.text}
              checked={saved?.id === address.id}
              onChange={() => choose(placeOfAddress(address))}
            />
          ))}
          {place && !saved && <Radio name="address" label={place.label} hint={place.text} checked readOnly />}
        </div>
      )}
      {addresses.length === 0 && place && (
        <p className="flex items-center gap-2 font-medium">
          <MapPinned aria-hidden className="size-5 shrink-0 text-brand-ink" />
          {place.text || place.label}
        </p>
      )}
      {!place && (
        <Notice tone={missing === "place" ? "danger" : "info"} live={missing === "place"}>
          {t("placeMissing")}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" size="sm" onClick={() => setSheet({ start: null, open: true })}>
          {place ? t("otherAddress") : t("choosePlace")}
        </Button>
        {place && !saved && (
          <Button variant="ghost" size="sm" onClick={() => setSheet({ start: place, open: true })}>
            {t("movePin")}
          </Button>
        )}
      </div>
      {place && !saved && (
        <>
          <Field
            label={t("details")}
            required
            error={missing === "details" ? t("detailsMissing") : undefined}
          >
            {(control) => (
              <Textarea
                {...control}
                name="details"
                rows={2}
                maxLength={200}
                autoComplete="street-address"
                placeholder={t("detailsExample")}
                value={draft.details}
                onChange={(event) => onChange({ details: event.target.value })}
              />
            )}
          </Field>
          <Checkbox
            label={t("keepAddress")}
            checked={draft.keepAddress}
            onChange={(event) => onChange({ keepAddress: event.target.checked })}
          />
        </>
      )}
      {sheet && (
        <PlaceSheet
          key={JSON.stringify(sheet.start)}
          open={sheet.open}
          onClose={() => setSheet({ ...sheet, open: false })}
          onChoose={choose}
          current={place}
          start={sheet.start}
          saved={addresses.length > 0}
        />
      )}
    </Card>
  );
}
