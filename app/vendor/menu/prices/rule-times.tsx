"use client";
// When a price rule runs: weekdays, hours on the branch's clock, and the days between which.
import { useLocale, useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { closesForInput, closesFromInput, runsPastMidnight, WEEK } from "../../branches/[id]/hours";
import { shortWeekday, weekdayName } from "../../branches/[id]/weekday-name";
import type { RuleDraft } from "./rule-draft";

export function RuleTimes({
  draft,
  set,
  weekdaysError,
  untilError,
}: {
  draft: RuleDraft;
  set: (change: Partial<RuleDraft>) => void;
  weekdaysError: string | undefined;
  untilError: string | undefined;
}) {
  const t = useTranslations("prices.form");
  const optional = useTranslations("common")("optional");
  const locale = useLocale();
  const { weekdays, starts, ends } = draft;
  const overnight = runsPastMidnight({ opens: starts, closes: ends });
  return (
    <>
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t("weekdays")}</legend>
        <div className="flex flex-wrap gap-1.5">
          {WEEK.map((day) => (
            <Chip
              key={day}
              pressed={weekdays.includes(day)}
              onClick={() =>
                set({
                  weekdays: weekdays.includes(day)
                    ? weekdays.filter((other) => other !== day)
                    : [...weekdays, day],
                })
              }
            >
              <span aria-hidden>{shortWeekday(day, locale)}</span>
              <span className="sr-only">{weekdayName(day, locale)}</span>
            </Chip>
          ))}
        </div>
        {weekdaysError && (
          <p role="alert" className="mt-1.5 text-sm font-medium text-danger">
            {weekdaysError}
          </p>
        )}
      </fieldset>
      <div className="grid grid-cols-2 items-start gap-3">
        <Field label={t("starts")}>
          {(control) => (
            <Input
              {...control}
              type="time"
              value={starts}
              onChange={(event) => event.target.value && set({ starts: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={t("ends")}
          hint={overnight ? t("nextDay") : starts === "00:00" && ends === "24:00" ? t("allDay") : undefined}
        >
          {(control) => (
            <Input
              {...control}
              type="time"
              value={closesForInput(ends)}
              onChange={(event) => event.target.value && set({ ends: closesFromInput(event.target.value) })}
            />
          )}
        </Field>
        <Field label={t("from")} optional={optional}>
          {(control) => (
            <Input
              {...control}
              type="date"
              value={draft.from}
              onChange={(event) => set({ from: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("until")} optional={optional} error={untilError}>
          {(control) => (
            <Input
              {...control}
              type="date"
              value={draft.until}
              onChange={(event) => set({ until: event.target.value })}
            />
          )}
        </Field>
      </div>
    </>
  );
}
