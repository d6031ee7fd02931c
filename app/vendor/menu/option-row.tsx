"use client";
// One option of a group: name, price difference, whether it can be chosen now, its place.
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { AmountInput } from "@/components/ui/amount-input";
import { Checkbox } from "@/components/ui/choice";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { OptionDraft } from "./option-group-draft";

export function OptionRow({
  option,
  number,
  tried,
  isLast,
  onChange,
  onMove,
  onRemove,
}: {
  option: OptionDraft;
  number: number;
  tried: boolean;
  isLast: boolean;
  onChange: (change: Partial<OptionDraft>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("vendor.menu.groups");
  return (
    <li className="grid gap-1 rounded-md border border-line p-2">
      <div className="grid grid-cols-[1fr_7.5rem] gap-2">
        <Input
          aria-label={t("optionNumber", { number })}
          placeholder={t("option")}
          maxLength={80}
          aria-invalid={(tried && option.name.trim() === "") || undefined}
          value={option.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <AmountInput
          signed
          aria-label={`${t("delta")}, ${t("optionNumber", { number })}`}
          title={t("deltaHint")}
          aria-invalid={option.delta === undefined || undefined}
          value={option.delta}
          onChange={(delta) => onChange({ delta })}
        />
      </div>
      <div className="flex items-center">
        <Checkbox
          label={t("optionAvailable")}
          checked={option.available}
          onChange={(event) => onChange({ available: event.target.checked })}
          className="flex-1 text-sm"
        />
        <IconButton
          label={t("up", { number })}
          icon={<ArrowUp aria-hidden className="size-4" />}
          disabled={number === 1}
          onClick={() => onMove(-1)}
        />
        <IconButton
          label={t("down", { number })}
          icon={<ArrowDown aria-hidden className="size-4" />}
          disabled={isLast}
          onClick={() => onMove(1)}
        />
        <IconButton
          label={t("removeOption", { number })}
          icon={<X aria-hidden className="size-4" />}
          onClick={onRemove}
        />
      </div>
    </li>
  );
}
