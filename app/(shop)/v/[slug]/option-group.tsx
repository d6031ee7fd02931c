"use client";
// One group of options: radios where one is chosen, checkboxes otherwise; how many may be chosen is always said.
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Checkbox, Radio } from "@/components/ui/choice";
import { Money } from "@/components/ui/money";
import type { MenuOptionGroup } from "@/lib/catalog/schema";

/** `chosen` holds the chosen options of all groups; `missing` marks that too few are chosen here. */
export function OptionGroup({
  group,
  chosen,
  missing,
  onChange,
}: {
  group: MenuOptionGroup;
  chosen: ReadonlySet<string>;
  missing: boolean;
  onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const t = useTranslations("shop.menu");
  const { min_choices: min, max_choices: max } = group;
  const count = group.options.filter(({ id }) => chosen.has(id)).length;
  const single = max === 1;

  function toggle(id: string, on: boolean) {
    const next = new Set(chosen);
    if (single) for (const option of group.options) next.delete(option.id);
    if (on) next.add(id);
    else next.delete(id);
    onChange(next);
  }

  const rule = single
    ? min === 1
      ? t("chooseOne")
      : t("chooseUpToOne")
    : min === 0
      ? t("chooseUpTo", { max })
      : min === max
        ? t("chooseExactly", { count: min })
        : t("chooseBetween", { min, max });
  return (
    <fieldset id={`g-${group.id}`} aria-invalid={missing || undefined} className="min-w-0">
      <legend className="flex w-full flex-wrap items-center justify-between gap-2 pb-1">
        <span className="font-display font-bold">{group.name}</span>
        <Badge tone={missing ? "danger" : count >= min && min > 0 ? "success" : "neutral"}>{rule}</Badge>
      </legend>
      <div className="divide-y divide-line">
        {single && min === 0 && (
          <Radio
            name={group.id}
            label={t("none")}
            checked={count === 0}
            onChange={() =>
              onChange(new Set([...chosen].filter((id) => !group.options.some((option) => option.id === id))))
            }
          />
        )}
        {group.options.map((option) => {
          const checked = chosen.has(option.id);
          const shared = {
            label: option.name,
            checked,
            trailing: (
              <Money minor={option.price_delta_minor} signed zero=" " className="text-sm text-ink-2" />
            ),
          };
          return single ? (
            <Radio key={option.id} {...shared} name={group.id} onChange={() => toggle(option.id, true)} />
          ) : (
            <Checkbox
              key={option.id}
              {...shared}
              disabled={!checked && count >= max}
              onChange={(event) => toggle(option.id, event.target.checked)}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
