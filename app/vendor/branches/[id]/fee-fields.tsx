"use client";
// The least order and what a delivery costs: one price in the zone, or a beginning plus every kilometre.
import { useTranslations } from "next-intl";
import { AmountInput } from "@/components/ui/amount-input";
import { Radio } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import type { SettingsPart } from "./settings-draft";

export function FeeFields({ draft, set, problem }: SettingsPart) {
  const t = useTranslations("vendor.branch");
  const byDistance = draft.fee_policy === "distance";
  return (
    <div className="grid gap-4">
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t("policy")}</legend>
        <div className="grid gap-x-6 sm:grid-cols-2">
          <Radio
            name="fee_policy"
            label={t("policyZone")}
            hint={t("policyZoneHint")}
            checked={!byDistance}
            onChange={() => set({ fee_policy: "zone" })}
          />
          <Radio
            name="fee_policy"
            label={t("policyDistance")}
            hint={t("policyDistanceHint")}
            checked={byDistance}
            onChange={() => set({ fee_policy: "distance" })}
          />
        </div>
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={byDistance ? t("baseDistance") : t("base")} error={problem("fee_base_minor")}>
          {(control) => (
            <AmountInput
              {...control}
              value={draft.fee_base_minor}
              onChange={(fee_base_minor) => set({ fee_base_minor })}
            />
          )}
        </Field>
        {byDistance && (
          <Field label={t("perKm")} error={problem("fee_per_km_minor")}>
            {(control) => (
              <AmountInput
                {...control}
                value={draft.fee_per_km_minor}
                onChange={(fee_per_km_minor) => set({ fee_per_km_minor })}
              />
            )}
          </Field>
        )}
        <Field label={t("minimum")} error={problem("minimum_order_minor")}>
          {(control) => (
            <AmountInput
              {...control}
              value={draft.minimum_order_minor}
              onChange={(minimum_order_minor) => set({ minimum_order_minor })}
            />
          )}
        </Field>
        <Field label={t("freeFrom")} hint={t("freeFromHint")} error={problem("free_delivery_from_minor")}>
          {(control) => (
            <AmountInput
              {...control}
              value={draft.free_delivery_from_minor}
              onChange={(free_delivery_from_minor) => set({ free_delivery_from_minor })}
            />
          )}
        </Field>
      </div>
    </div>
  );
}
