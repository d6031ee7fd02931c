"use client";
// The queue's names and durations in words: an event's type, a consumer's job, how long something took.
import { useLocale, useTranslations } from "next-intl";
import { numberFormat } from "@/lib/format/number";

const UNITS = [
  ["d", 86_400],
  ["h", 3_600],
  ["min", 60],
  ["s", 1],
] as const;

/** What an event is called; the type itself where it has no words. */
export function useEventName(): (type: string) => string {
  const t = useTranslations("queue.event");
  return (type) => {
    const known = type as "order.created";
    return t.has(known) ? t(known) : type;
  };
}

/** What a consumer does, or nothing where it has no words. */
export function useConsumerJob(): (name: string) => string | null {
  const t = useTranslations("queue.consumers.known");
  return (name) => {
    const known = name as "email";
    return t.has(known) ? t(known) : null;
  };
}

/** Seconds in the unit that fits: "850 ms", "12 s", "3.5 min". */
export function useDuration(): (seconds: number) => string {
  const t = useTranslations("queue.duration");
  const number = numberFormat(useLocale(), { maximumFractionDigits: 1 });
  return (seconds) => {
    if (seconds < 1) return t("ms", { value: number.format(Math.round(seconds * 1_000)) });
    const [unit, size] = UNITS.find(([, least]) => seconds >= least) ?? ["s", 1];
    const value = seconds / size;
    return t(unit, { value: number.format(value >= 10 ? Math.round(value) : value) });
  };
}
