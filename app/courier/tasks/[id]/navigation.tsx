"use client";
// Handing the way over to the maps app the courier likes; the choice is kept on this phone.
import { Check, Map as MapIcon, Navigation } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { SheetLater } from "@/components/ui/sheet-later";
import { directionsUrl, isMapsApp, MAPS_APPS, type MapsApp } from "../../task-order";

const PLACE = "courier-maps";

function rememberedApp(): MapsApp {
  try {
    const kept = localStorage.getItem(PLACE);
    return isMapsApp(kept) ? kept : "google";
  } catch {
    return "google"; // storage is blocked
  }
}

export function DirectionsButton({ to }: { to: { lat: number; lng: number } }) {
  const t = useTranslations("courier.go");
  const [app, setApp] = useState<MapsApp>("google");
  const [choosing, setChoosing] = useState(false);
  useEffect(() => setApp(rememberedApp()), []);

  function choose(next: MapsApp) {
    setApp(next);
    setChoosing(false);
    try {
      localStorage.setItem(PLACE, next);
    } catch {
      // As above: asked again next time.
    }
  }
  return (
    <div className="flex flex-auto gap-1.5">
      <a
        href={directionsUrl(to, app)}
        target="_blank"
        rel="noreferrer"
        className={buttonClass({ variant: "soft" }, "min-h-14 flex-1")}
      >
        <Navigation aria-hidden className="size-5" />
        {t("directions")}
      </a>
      <IconButton
        tone="outline"
        className="size-14"
        label={t("chooseApp")}
        icon={<MapIcon aria-hidden className="size-5" />}
        onClick={() => setChoosing(true)}
      />
      <SheetLater open={choosing} onClose={() => setChoosing(false)} title={t("chooseApp")}>
        <ul className="grid gap-2">
          {MAPS_APPS.map((name) => (
            <li key={name}>
              <a
                href={directionsUrl(to, name)}
                target="_blank"
                rel="noreferrer"
                aria-current={name === app || undefined}
                onClick={() => choose(name)}
                className={buttonClass({ variant: "secondary", size: "lg", full: true })}
              >
                {name === app && <Check aria-hidden className="size-5" />}
                {t(`app.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </SheetLater>
    </div>
  );
}
