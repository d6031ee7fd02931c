"use client";
// Dates that replace their weekday's hours: closed, or other times.
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { Branch } from "@/lib/catalog/branches";
import { closesForInput, closesFromInput } from "./hours";
import type { SettingsPart } from "./settings-draft";

type SpecialDay = Branch["special_days"][number];

export function SpecialDays({ draft, set, problem }: SettingsPart) {
  const t = useTranslations("vendor.branch.special");
  const days = draft.special_days;
  const error = problem("special_days");
  const change = (day: SpecialDay, to: Partial<SpecialDay>) =>
    set({ special_days: days.map((other) => (other === day ? { ...day, ...to } : other)) });

  return (
    <div className="grid gap-3">
      {error && (
        <p role="alert" className="text-sm font-medium text-danger">
          {Array.isArray(error) ? error[0] : error}
        </p>
      )}
      {days.length === 0 && <p className="text-ink-3">{t("empty")}</p>}
      <ul className="grid gap-2">
        {days.map((day, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a new day has no date yet to tell it by
            key={index}
            className="flex flex-wrap items-center gap-2 rounded-md border border-line p-2"
          >
            <span className="w-40">
              <Input
                type="date"
                aria-label={t("date")}
                aria-invalid={(error && day.date === "") || undefined}
                value={day.date}
                onChange={(event) => change(day, { date: event.target.value })}
              />
            </span>
            <Checkbox
              label={t("closed")}
              checked={day.closed}
              onChange={(event) =>
                change(day, {
                  closed: event.target.checked,
                  opens: event.target.checked ? null : "10:00",
                  closes: event.target.checked ? null : "22:00",
                })
              }
            />
            {!day.closed && (
              <span className="flex items-center gap-2">
                <span className="w-34">
                  <Input
                    type="time"
                    aria-label={t("opens")}
                    value={day.opens ?? ""}
                    onChange={(event) => event.target.value && change(day, { opens: event.target.value })}
                  />
                </span>
                <span aria-hidden>–</span>
                <span className="w-34">
                  <Input
                    type="time"
                    aria-label={t("closes")}
                    value={closesForInput(day.closes ?? "")}
                    onChange={(event) =>
                      event.target.value && change(day, { closes: closesFromInput(event.target.value) })
                    }
                  />
                </span>
              </span>
            )}
            <span className="min-w-40 flex-1">
              <Input
                aria-label={t("note")}
                placeholder={t("noteHint")}
                maxLength={100}
                value={day.note}
                onChange={(event) => change(day, { note: event.target.value })}
              />
            </span>
            <IconButton
              label={t("remove", { date: day.date })}
              icon={<X aria-hidden className="size-4" />}
              onClick={() => set({ special_days: days.filter((other) => other !== day) })}
            />
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        variant="soft"
        className="justify-self-start"
        icon={<Plus aria-hidden className="size-4" />}
        onClick={() =>
          set({ special_days: [...days, { date: "", closed: true, opens: null, closes: null, note: "" }] })
        }
      >
        {t("add")}
      </Button>
    </div>
  );
}
