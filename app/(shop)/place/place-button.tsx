"use client";
// The header's address: where the shop delivers to, and the way to change it. The sheet comes in its own chunk.
import { ChevronDown, MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazily } from "@/components/lazily";
import type { ChosenPlace } from "./place";
import { useKeepPlace } from "./use-place";

const PlaceSheet = lazily(() => import("./place-sheet").then((module) => module.PlaceSheet));

/** `place` is the one in use; `saved` tells whether the visitor may have saved addresses. */
export function PlaceButton({ place, saved }: { place: ChosenPlace | null; saved: boolean }) {
  const t = useTranslations("shop.place");
  const keep = useKeepPlace();
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        data-testid="place-button"
        onClick={() => {
          setAsked(true);
          setOpen(true);
        }}
        className="flex min-h-11 max-w-full items-center gap-2 rounded-full bg-surface-2 pr-3 pl-3.5 text-left text-sm hover:brightness-97"
      >
        <MapPin aria-hidden className="size-4.5 shrink-0 text-brand-ink" />
        <span className="min-w-0 truncate">
          {place ? (
            <>
              <span className="sr-only">{t("deliverTo")} </span>
              <span className="font-semibold">{place.label}</span>
              <span className="hidden text-ink-2 md:inline">{restOf(place)}</span>
            </>
          ) : (
            <span className="font-semibold">{t("choosePlace")}</span>
          )}
        </span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-3 max-sm:hidden" />
      </button>
      {asked && (
        <PlaceSheet
          open={open}
          onClose={() => setOpen(false)}
          onChoose={keep}
          current={place}
          start={null}
          saved={saved}
        />
      )}
    </>
  );
}

/** The address without the label it may begin with. */
function restOf({ label, text }: ChosenPlace): string {
  if (text.startsWith(label)) return text.slice(label.length);
  return text && ` · ${text}`;
}
