"use client";
// The preparation time promised with a confirmation: the branch's own, five minutes more or less at a tap.
import { Minus, Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { formatMinutes } from "@/lib/format/time";
import type { Order } from "@/lib/orders/schema";

const STEP_MINUTES = 5;
const LEAST_MINUTES = 5;
const MOST_MINUTES = 240; // the API's limit

/** The minutes to promise, beginning with what the order came with. */
export function usePrep(order: Order) {
  const [minutes, setMinutes] = useState(order.prep_minutes);
  return { minutes, setMinutes };
}

export function PrepPicker({ minutes, setMinutes }: ReturnType<typeof usePrep>) {
  const t = useTranslations("vendor.step");
  const locale = useLocale();
  return (
    <fieldset className="flex items-center justify-between gap-1 rounded-md border border-line">
      <legend className="sr-only">{t("prep")}</legend>
      <IconButton
        label={t("less")}
        icon={<Minus aria-hidden className="size-4" />}
        className="size-control-sm"
        disabled={minutes <= LEAST_MINUTES}
        onClick={() => setMinutes(Math.max(LEAST_MINUTES, minutes - STEP_MINUTES))}
      />
      <output aria-live="polite" className="text-sm font-semibold tabular-nums">
        {formatMinutes(minutes, locale)}
      </output>
      <IconButton
        label={t("more")}
        icon={<Plus aria-hidden className="size-4" />}
        className="size-control-sm"
        disabled={minutes >= MOST_MINUTES}
        onClick={() => setMinutes(Math.min(MOST_MINUTES, minutes + STEP_MINUTES))}
      />
    </fieldset>
  );
}
