"use client";
// What an order is late by; a red line around its card. The card itself need not be drawn again for the minute to pass.
import { AlarmClock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useNow } from "@/components/ui/clock";
import { formatMinutes } from "@/lib/format/time";
import type { Order } from "@/lib/orders/schema";
import { dueAt } from "../_orders/steps";

const LOOK_MS = 15_000;
const MINUTE_MS = 60_000;

export function LateMark({ order }: { order: Order }) {
  const t = useTranslations("vendor.card");
  const locale = useLocale();
  const due = dueAt(order);
  const now = useNow(LOOK_MS);
  const minutes = due ? Math.floor((now - Date.parse(due)) / MINUTE_MS) : 0;
  if (minutes < 1) return null;
  return (
    <span className="inline-flex items-center gap-1 font-semibold text-danger" data-late={minutes}>
      <AlarmClock aria-hidden className="size-4" />
      {t("late", { minutes: formatMinutes(minutes, locale) })}
      <span aria-hidden className="pointer-events-none absolute inset-0 rounded-md border-2 border-danger" />
    </span>
  );
}
