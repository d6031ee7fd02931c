"use client";
// What the branch offers now, and how fast it promises to be.
import { useTranslations } from "next-intl";
import { Switch } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { SettingsPart } from "./settings-draft";

export function ServiceFields({ draft, set, problem }: SettingsPart) {
  const t = useTranslations("vendor.branch");
  return (
    <div className="grid gap-4">
      <div className="grid gap-2 divide-y divide-line">
        <Switch
          label={t("active")}
          hint={t("activeHint")}
          checked={draft.active}
          onChange={(event) => set({ active: event.target.checked })}
          className="pb-2"
        />
        <Switch
          label={t("delivery")}
          hint={t("deliveryHint")}
          checked={draft.accepts_delivery}
          onChange={(event) => set({ accepts_delivery: event.target.checked })}
          className="pb-2"
        />
        <Switch
          label={t("code")}
          hint={t("codeHint")}
          checked={draft.handover_code_required}
          onChange={(event) => set({ handover_code_required: event.target.checked })}
          className="pb-2"
        />
        <Switch
          label={t("pickup")}
          hint={t("pickupHint")}
          checked={draft.accepts_pickup}
          onChange={(event) => set({ accepts_pickup: event.target.checked })}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("prep")} hint={t("prepHint")} error={problem("prep_minutes")}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              suffix={t("minutes")}
              value={draft.prep_minutes}
              onChange={(event) => set({ prep_minutes: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("confirm")} hint={t("confirmHint")} error={problem("confirm_minutes")}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              suffix={t("minutes")}
              value={draft.confirm_minutes}
              onChange={(event) => set({ confirm_minutes: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("hands")} hint={t("handsHint")} error={problem("kitchen_hands")}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              placeholder={t("handsNone")}
              value={draft.kitchen_hands}
              onChange={(event) => set({ kitchen_hands: event.target.value })}
            />
          )}
        </Field>
      </div>
    </div>
  );
}
