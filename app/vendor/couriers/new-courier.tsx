"use client";
// Adding a courier, with the vehicle they ride.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Select } from "@/components/ui/input";
import { NewPerson } from "../_forms/new-person";

const vehicles = ["scooter", "bicycle", "car", "on_foot"] as const;

export function NewCourier(sheet: { open: boolean; onClose: () => void; onCreated: () => void }) {
  const t = useTranslations("vendor.couriers");
  const [vehicle, setVehicle] = useState<string>("scooter");
  return (
    <NewPerson
      {...sheet}
      path="/api/vendor/couriers"
      texts={{ title: t("new.title"), create: t("new.create"), doneText: t("new.doneText") }}
      work={{ vehicle }}
      workLabel={t("new.vehicle")}
    >
      {(control) => (
        <Select {...control} value={vehicle} onChange={(event) => setVehicle(event.target.value)}>
          {vehicles.map((one) => (
            <option key={one} value={one}>
              {t(`vehicle.${one}`)}
            </option>
          ))}
        </Select>
      )}
    </NewPerson>
  );
}
