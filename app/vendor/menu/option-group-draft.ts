// An option group while it is edited. Options have a key of their own, so that moving them keeps what is typed.

import type { Amount } from "@/components/ui/amount-input";
import type { OptionGroup } from "@/lib/catalog/products";

export type OptionDraft = { key: number; id?: string; name: string; delta: Amount; available: boolean };
type GroupDraft = Pick<OptionGroup, "name" | "min_choices" | "max_choices"> & { options: OptionDraft[] };

/** An option without a name yet, with a key that no other has. */
export function emptyOption(others: OptionDraft[]): OptionDraft {
  return { key: Math.max(0, ...others.map(({ key }) => key)) + 1, name: "", delta: 0, available: true };
}

export function groupDraftOf(group: OptionGroup | null): GroupDraft {
  if (!group) return { name: "", min_choices: 0, max_choices: 1, options: [emptyOption([])] };
  const { name, min_choices, max_choices } = group;
  const options = group.options.map(({ id, name, price_delta_minor, available }, key) => ({
    key,
    id,
    name,
    delta: price_delta_minor,
    available,
  }));
  return { name, min_choices, max_choices, options };
}

/** What keeps the group from being saved, as the name of its message; null when nothing does. */
export function groupProblem(draft: GroupDraft) {
  const { name, min_choices: min, max_choices: max, options } = draft;
  if (name.trim() === "") return "nameMissing";
  if (options.length === 0 || options.some((option) => option.name.trim() === "")) return "optionMissing";
  if (options.some(({ delta }) => delta === undefined)) return "deltaInvalid";
  return min > max || min > options.length ? "rangeInvalid" : null;
}

/** What the API is sent; an empty difference is none. */
export function bodyOf({ options, ...group }: GroupDraft) {
  return {
    ...group,
    options: options.map(({ id, name, delta, available }) => ({
      ...(id && { id }),
      name,
      price_delta_minor: delta ?? 0,
      available,
    })),
  };
}
