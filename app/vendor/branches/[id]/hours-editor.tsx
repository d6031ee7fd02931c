"use client";
// The week's opening hours: any number of spans a day; one day can be copied to all.
import { Copy, Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { type Span, spansOf, WEEK } from "./hours";
import type { SettingsPart } from "./settings-draft";
import { SpanRow } from "./span-row";
import { weekdayName } from "./weekday-name";

const MOST_SPANS_A_DAY = 6; // the API takes 42 a week

export function HoursEditor({ draft, set, problem }: SettingsPart) {
  const t = useTranslations("vendor.branch.hours");
  const locale = useLocale();
  const { hours } = draft;
  const error = problem("hours");

  function add(weekday: number) {
    const last = spansOf(hours, weekday).at(-1);
    const next = last ? { opens: last.closes === "24:00" ? "00:00" : last.closes, closes: "23:00" } : null;
    set({ hours: [...hours, { weekday, ...(next ?? { opens: "09:00", closes: "22:00" }) }] });
  }
  const change = (span: Span, to: Partial<Span>) =>
    set({ hours: hours.map((other) => (other === span ? { ...span, ...to } : other)) });
  const remove = (span: Span) => set({ hours: hours.filter((other) => other !== span) });
  const allDay = (weekday: number) =>
    set({
      hours: [
        ...hours.filter((span) => span.weekday !== weekday),
        { weekday, opens: "00:00", closes: "24:00" },
      ],
    });
  function copy(weekday: number) {
    const spans = spansOf(hours, weekday);
    set({ hours: WEEK.flatMap((to) => spans.map((span) => ({ ...span, weekday: to }))) });
  }

  return (
    <div className="grid gap-3">
      {error && (
        <p role="alert" className="text-sm font-medium text-danger">
          {Array.isArray(error) ? error[0] : error}
        </p>
      )}
      <ul className="divide-y divide-line">
        {WEEK.map((weekday) => {
          const day = weekdayName(weekday, locale);
          const spans = spansOf(hours, weekday);
          return (
            <li
              key={weekday}
              className="grid gap-2 py-2.5 sm:grid-cols-[7rem_minmax(0,1fr)_auto] sm:items-start"
            >
              <span className="flex min-h-control items-center font-medium">{day}</span>
              <div className="grid gap-2">
                {spans.length === 0 && (
                  <span className="flex min-h-control items-center text-ink-3">{t("closedAllDay")}</span>
                )}
                {spans.map((span, index) => (
                  <SpanRow
                    // biome-ignore lint/suspicious/noArrayIndexKey: spans have no id; a day's keep their order
                    key={index}
                    day={day}
                    span={span}
                    onChange={(to) => change(span, to)}
                    onRemove={() => remove(span)}
                  />
                ))}
              </div>
              <div className="flex flex-wrap gap-1 sm:justify-end">
                <IconButton
                  label={t("addTo", { day })}
                  icon={<Plus aria-hidden className="size-4" />}
                  disabled={spans.length >= MOST_SPANS_A_DAY}
                  onClick={() => add(weekday)}
                />
                <IconButton
                  label={t("copyOf", { day })}
                  icon={<Copy aria-hidden className="size-4" />}
                  onClick={() => copy(weekday)}
                />
                <Button size="sm" variant="ghost" onClick={() => allDay(weekday)}>
                  {t("allDay")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
