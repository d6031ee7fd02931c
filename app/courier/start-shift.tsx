"use client";
// Starting a shift, with the vehicle of the day.
import { Bike, Car, Footprints, Motorbike, Power } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Shift } from "@/lib/couriers/schema";
import { allowSound } from "./alert";
import { useDesk } from "./desk";

const VEHICLES = [
  { name: "scooter", Icon: Motorbike },
  { name: "bicycle", Icon: Bike },
  { name: "car", Icon: Car },
  { name: "on_foot", Icon: Footprints },
] as const satisfies { name: Shift["vehicle"]; Icon: unknown }[];

/** The shift is off: choose how to ride, and start. */
export function StartShift() {
  const t = useTranslations("courier");
  const { shift, changeShift } = useDesk();
  const errorText = useErrorText();
  const [vehicle, setVehicle] = useState<Shift["vehicle"]>(shift.vehicle);
  const start = useAction(() => changeShift("start", vehicle));

  return (
    <Card className="grid gap-4">
      <div>
        <h2 className="text-lg">{t("shift.off")}</h2>
        <p className="text-ink-2">{t("shift.offHint")}</p>
      </div>
      <fieldset className="grid grid-cols-4 gap-2">
        <legend className="mb-1.5 text-sm font-medium text-ink-2">{t("shift.vehicle")}</legend>
        {VEHICLES.map(({ name, Icon }) => (
          <label
            key={name}
            className="grid min-h-19 content-center justify-items-center gap-1 rounded-md border border-line-control/60 px-1 py-2 text-center text-xs font-medium has-checked:border-2 has-checked:border-brand-ink has-checked:bg-brand-soft has-checked:text-brand-ink has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-brand-ink"
          >
            <input
              type="radio"
              name="vehicle"
              value={name}
              checked={vehicle === name}
              onChange={() => setVehicle(name)}
              className="sr-only"
            />
            <Icon aria-hidden className="size-6" />
            {t(`vehicle.${name}`)}
          </label>
        ))}
      </fieldset>
      {start.error !== null && (
        <Notice tone="danger" live>
          {errorText(start.error)}
        </Notice>
      )}
      <Button
        size="lg"
        full
        className="min-h-16 text-xl"
        icon={<Power aria-hidden className="size-6" />}
        pending={start.pending}
        onClick={() => {
          allowSound();
          void start.run();
        }}
      >
        {t("shift.start")}
      </Button>
    </Card>
  );
}
