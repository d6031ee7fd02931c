"use client";
// What an order does while nobody answers it: when it calls again, writes an e-mail, and pauses the branch. Empty is never.
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ALARMS, type SettingsPart } from "./settings-draft";

export function AlarmFields({ draft, set, problem }: SettingsPart) {
  const t = useTranslations("vendor.branch");
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      {ALARMS.map((field) => (
        <Field key={field} label={t(field)} hint={t("alarmHint")} error={problem(field)}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              suffix={t("minutes")}
              placeholder={t("never")}
              value={draft[field]}
              onChange={(event) => set({ [field]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
