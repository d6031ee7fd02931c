"use client";
// Which of the fourteen allergens a product holds. Folded away: most products hold few, and the form is long enough.
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/choice";
import { ALLERGENS, type Allergen } from "@/lib/catalog/allergens";

export function AllergenFields({
  value,
  onChange,
}: {
  value: Allergen[];
  onChange: (value: Allergen[]) => void;
}) {
  const t = useTranslations("vendor.menu.form");
  const name = useTranslations("common.allergen");
  return (
    <details className="group rounded-md border border-line">
      <summary className="tap-row flex list-none items-center justify-between gap-3 px-3 text-sm font-medium [&::-webkit-details-marker]:hidden">
        {t("allergens", { count: value.length })}
        <ChevronDown aria-hidden className="size-4 text-ink-3 transition-transform group-open:rotate-180" />
      </summary>
      <fieldset className="border-t border-line px-3 py-2">
        <legend className="sr-only">{t("allergens", { count: value.length })}</legend>
        <p className="text-sm text-ink-3">{t("allergensHint")}</p>
        <div className="grid grid-cols-2">
          {ALLERGENS.map((allergen) => (
            <Checkbox
              key={allergen}
              label={name(allergen)}
              checked={value.includes(allergen)}
              onChange={(event) =>
                onChange(
                  event.target.checked
                    ? [...value, allergen].sort() // as the server sorts them
                    : value.filter((other) => other !== allergen),
                )
              }
            />
          ))}
        </div>
      </fieldset>
    </details>
  );
}
