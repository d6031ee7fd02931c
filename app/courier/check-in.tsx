"use client";
// Saying by hand where one is, for when the phone gives no position: "I am here", or a tap on the map.
import { LocateFixed } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Point } from "@/components/map/geometry";
import { PickMap } from "@/components/map/pick-map";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { useToast } from "@/components/ui/toast";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useDesk } from "./desk";
import { fixOf } from "./position-sharing";
import { destination } from "./task-order";

const LOCATE_TIMEOUT_MS = 10_000;

export function CheckIn({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("courier.checkIn");
  const { sharing, tasks } = useDesk();
  const toast = useToast();
  const errorText = useErrorText();
  const [place, setPlace] = useState<Point | null>(null);
  const [noFix, setNoFix] = useState(false);
  const [first] = tasks;
  const start = place ?? sharing.here ?? (first ? destination(first) : null);

  const send = useAction(async (point: Point) => {
    await sharing.checkIn({ accuracy: null, heading: null, speed: null, lat: point.lat, lng: point.lng });
    toast({ title: t("sent"), tone: "success" });
    setPlace(null);
    onClose();
  });
  const locate = useAction(async () => {
    setNoFix(false);
    try {
      const position = await new Promise<GeolocationPosition>((resolve, reject) =>
        navigator.geolocation.getCurrentPosition(resolve, reject, {
          enableHighAccuracy: true,
          timeout: LOCATE_TIMEOUT_MS,
        }),
      );
      await send.run(fixOf(position));
    } catch {
      setNoFix(true);
    }
  });

  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t("title")}
      footer={
        <Button
          size="lg"
          full
          disabled={place === null}
          pending={send.pending}
          onClick={() => place && void send.run(place)}
        >
          {t("sendPlace")}
        </Button>
      }
    >
      <div className="grid gap-4">
        <Button
          variant="soft"
          size="lg"
          full
          icon={<LocateFixed aria-hidden className="size-5" />}
          pending={locate.pending}
          onClick={() => void locate.run()}
        >
          {t("here")}
        </Button>
        {noFix && (
          <Notice tone="warning" live>
            {t("noFix")}
          </Notice>
        )}
        {send.error !== null && (
          <Notice tone="danger" live>
            {errorText(send.error)}
          </Notice>
        )}
        <PickMap
          label={t("map")}
          value={place}
          onChange={setPlace}
          markers={
            start && !place
              ? [
                  {
                    id: "around",
                    kind: "branch",
                    label: first?.branch.name ?? t("around"),
                    lat: start.lat,
                    lng: start.lng,
                  },
                ]
              : []
          }
          className="h-72"
        />
      </div>
    </Sheet>
  );
}
