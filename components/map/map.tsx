"use client";
// A map on the page: MapLibre comes in its own chunk after the first paint. The same places are always there as text,
// for who cannot see the map and for devices that cannot draw it.
import { Minus, Plus, Scan } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { cx } from "../ui/cx";
import { IconButton } from "../ui/icon-button";
import { Notice } from "../ui/notice";
import { Skeleton } from "../ui/skeleton";
import type { MapEngine, Scene } from "./engine";
import type { Point, Zone } from "./geometry";
import type { MapMarker } from "./marker";
import { MapPlaces } from "./places";

/**
 * Shows a zone and markers and keeps them in sight until the person moves the map. `label` says what the map is of.
 * `onClick` gets clicked points. Give it a height (`className="h-72"`).
 */
export function MapView({
  label,
  zone = null,
  markers = [],
  onClick,
  className = "h-72",
}: {
  label: string;
  zone?: Zone | null;
  markers?: MapMarker[];
  onClick?: (point: Point) => void;
  className?: string;
}) {
  const t = useTranslations("common.map");
  const locale = useLocale();
  const container = useRef<HTMLDivElement>(null);
  const engine = useRef<MapEngine | null>(null);
  const scene = useRef<Scene>({ zone, markers, onClick });
  const [state, setState] = useState<"loading" | "shown" | "failed">("loading");

  useEffect(() => {
    scene.current = { zone, markers, onClick };
    engine.current?.show(scene.current);
  }, [zone, markers, onClick]);

  useEffect(() => {
    let gone = false;
    async function start() {
      try {
        const { MapEngine } = await import("./engine");
        if (gone || !container.current) return;
        engine.current = new MapEngine(container.current, scene.current, { locale, label });
        setState("shown");
      } catch {
        if (!gone) setState("failed"); // no WebGL, or the chunk could not be loaded: the list below says it all
      }
    }
    void start();
    return () => {
      gone = true;
      engine.current?.stop();
      engine.current = null;
    };
  }, [locale, label]);

  const failed = state === "failed";
  return (
    <div className={cx("overflow-hidden rounded-lg border border-line", className)}>
      <div className={cx("relative isolate size-full bg-surface-2", failed && "hidden")}>
        {state === "loading" && <Skeleton className="absolute inset-0 size-full rounded-none" />}
        {/* MapLibre's stylesheet makes this `position: relative`; the size must not depend on `absolute`. */}
        <div ref={container} className="size-full" />
        <div className="absolute top-2 right-2 z-10 grid gap-1.5">
          <IconButton
            tone="outline"
            label={t("zoomIn")}
            icon={<Plus aria-hidden className="size-5" />}
            onClick={() => engine.current?.zoom(1)}
          />
          <IconButton
            tone="outline"
            label={t("zoomOut")}
            icon={<Minus aria-hidden className="size-5" />}
            onClick={() => engine.current?.zoom(-1)}
          />
          <IconButton
            tone="outline"
            label={t("recenter")}
            icon={<Scan aria-hidden className="size-5" />}
            onClick={() => engine.current?.fit(true)}
          />
        </div>
      </div>
      {failed && (
        <Notice tone="warning" className="m-3">
          {t("failed")}
        </Notice>
      )}
      <MapPlaces markers={markers} hasZone={zone !== null} visible={failed} />
    </div>
  );
}
