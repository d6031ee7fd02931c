"use client";
// Name, phone and address of a branch.
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import type { SettingsPart } from "./settings-draft";

export function GeneralFields({ draft, set, problem }: SettingsPart) {
  const t = useTranslations("vendor.branch");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("name")} error={problem("name")} required>
        {(control) => (
          <Input
            {...control}
            maxLength={120}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("phone")} error={problem("phone")}>
        {(control) => (
          <Input
            {...control}
            type="tel"
            maxLength={20}
            value={draft.phone ?? ""}
            onChange={(event) => set({ phone: event.target.value || null })}
          />
        )}
      </Field>
      <Field label={t("address")} error={problem("address_text")} required className="sm:col-span-2">
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={300}
            value={draft.address_text}
            onChange={(event) => set({ address_text: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
