"use client";
// Choosing where to deliver: find a place (saved, searched, listed, or where the device is), then set the pin.
import { House, LocateFixed, MapPinned } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PickMap } from "@/components/map/pick-map";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { useResource } from "@/lib/browser/use-resource";
import { DistrictChoice } from "./district-choice";
import { type ChosenPlace, placeOfAddress, placeOfPosition, type SavedAddress } from "./place";
import { PlaceSearch } from "./place-search";
import { usePosition } from "./use-position";

/** `current` is the place in use; `start` opens at its pin; `saved` tells whether there may be saved addresses. */
export function PlaceSheet({
  open,
  onClose,
  onChoose,
  current,
  start,
  saved,
}: {
  open: boolean;
  onClose: () => void;
  onChoose: (place: ChosenPlace) => void;
  current: ChosenPlace | null;
  start: ChosenPlace | null;
  saved: boolean;
}) {
  const t = useTranslations("shop.place");
  const [pinned, setPinned] = useState<ChosenPlace | null>(start);
  const close = () => {
    setPinned(null);
    onClose();
  };
  return (
    <Sheet
      open={open}
      onClose={close}
      title={pinned ? t("pinTitle") : t("title")}
      footer={
        pinned && (
          <>
            <Button variant="ghost" onClick={() => setPinned(null)}>
              {t("another")}
            </Button>
            <Button
              onClick={() => {
                onChoose(pinned);
                close();
              }}
            >
              {t("use")}
            </Button>
          </>
        )
      }
    >
      {pinned ? (
        <div className="grid gap-3">
          <p className="flex items-start gap-2 font-medium">
            <MapPinned aria-hidden className="mt-0.5 size-5 shrink-0 text-brand-ink" />
            {pinned.text || pinned.label}
          </p>
          <PickMap
            label={t("pinTitle")}
            value={pinned}
            onChange={(point) => setPinned({ ...pinned, ...point })}
          />
        </div>
      ) : (
        <Finder
          current={current}
          saved={saved}
          onPin={setPinned}
          onChoose={(place) => {
            onChoose(place);
            close();
          }}
        />
      )}
    </Sheet>
  );
}

function Finder({
  current,
  saved,
  onPin,
  onChoose,
}: {
  current: ChosenPlace | null;
  saved: boolean;
  onPin: (place: ChosenPlace) => void;
  onChoose: (place: ChosenPlace) => void;
}) {
  const t = useTranslations("shop.place");
  const addresses = useResource<{ data: SavedAddress[] }>(saved ? "/api/addresses" : null).data?.data ?? [];
  const position = usePosition();
  async function here() {
    const point = await position.locate();
    if (point) onPin(placeOfPosition(point, t("myPosition")));
  }
  const row = "tap-row flex w-full items-center gap-3 rounded-md px-3 py-2 text-left hover:bg-surface-2";
  return (
    <div className="grid min-h-96 grid-cols-1 content-start gap-4">
      <PlaceSearch autoFocus onPick={onPin} />
      {position.failure && (
        <Notice tone="warning" live>
          {t(position.failure)}
        </Notice>
      )}
      <div className="-mx-3 grid grid-cols-1">
        <button type="button" className={row} onClick={here} aria-busy={position.pending || undefined}>
          <LocateFixed aria-hidden className="size-5 shrink-0 text-brand-ink" />
          <span className="font-medium">{position.pending ? t("locating") : t("useMyPosition")}</span>
        </button>
        {current && (
          <button type="button" className={row} onClick={() => onPin(current)}>
            <MapPinned aria-hidden className="size-5 shrink-0 text-brand-ink" />
            <span className="min-w-0">
              <span className="block font-medium">{t("movePin")}</span>
              <span className="block truncate text-sm text-ink-2">{current.text || current.label}</span>
            </span>
          </button>
        )}
      </div>
      {addresses.length > 0 && (
        <section aria-labelledby="saved-addresses">
          <h3 id="saved-addresses" className="text-base">
            {t("saved")}
          </h3>
          <ul className="-mx-3 grid grid-cols-1">
            {addresses.map((address) => (
              <li key={address.id}>
                <button type="button" className={row} onClick={() => onChoose(placeOfAddress(address))}>
                  <House aria-hidden className="size-5 shrink-0 text-ink-3" />
                  <span className="min-w-0">
                    <span className="block font-medium">{address.label}</span>
                    <span className="block truncate text-sm text-ink-2">{address.text}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <details>
        <summary className="inline-flex min-h-control items-center text-sm font-medium text-brand-ink">
          {t("byList")}
        </summary>
        <DistrictChoice onPick={onPin} />
      </details>
    </div>
  );
}
