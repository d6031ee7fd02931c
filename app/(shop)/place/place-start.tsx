"use client";
// The first question of the shop: where to? Search, the device's position, or a saved address; the pin comes after.
import { House, LocateFixed } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazily } from "@/components/lazily";
import { Button } from "@/components/ui/button";
import { type ChosenPlace, placeOfPosition } from "./place";
import { PlaceSearch } from "./place-search";
import { useKeepPlace } from "./use-place";
import { usePosition } from "./use-position";

const PlaceSheet = lazily(() => import("./place-sheet").then((module) => module.PlaceSheet));

/** `saved` are the visitor's saved addresses as places, newest first. */
export function PlaceStart({ current, saved }: { current: ChosenPlace | null; saved: ChosenPlace[] }) {
  const t = useTranslations("shop.place");
  const keep = useKeepPlace();
  const position = usePosition();
  const [start, setStart] = useState<ChosenPlace | null>(null);

  async function here() {
    const point = await position.locate();
    if (point) setStart(placeOfPosition(point, t("myPosition")));
  }

  return (
    <div className="grid gap-3">
      <PlaceSearch large onPick={setStart} />
      <div className="flex flex-wrap gap-2">
        <Button
          variant="secondary"
          pending={position.pending}
          icon={<LocateFixed aria-hidden className="size-5 text-brand-ink" />}
          onClick={here}
        >
          {t("useMyPosition")}
        </Button>
        {saved.slice(0, 2).map((place) => (
          <Button
            key={`${place.label} ${place.lat} ${place.lng}`}
            variant="secondary"
            icon={<House aria-hidden className="size-5 text-brand-ink" />}
            onClick={() => keep(place)}
          >
            {place.label}
          </Button>
        ))}
      </div>
      {position.failure && (
        <p role="alert" className="rounded-md bg-warning-soft px-3.5 py-3 text-sm font-medium">
          {t(position.failure)}
        </p>
      )}
      {start && (
        <PlaceSheet
          key={`${start.lat} ${start.lng}`}
          open
          onClose={() => setStart(null)}
          onChoose={keep}
          current={current}
          start={start}
          saved={saved.length > 0}
        />
      )}
    </div>
  );
}
