// A quantity with − and +. It holds nothing itself: `value` comes in, `onChange` goes out, always inside min…max.
import { Minus, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "./cx";

const button =
  "grid size-control shrink-0 place-items-center rounded-md text-brand-ink transition-colors hover:bg-brand-soft disabled:text-ink-3 disabled:opacity-50";

/**
 * Quantity control. `name` is what is counted ("Lahmacun"), for the buttons' accessible names.
 * With `min={0}` the minus at 1 becomes a bin. `onChange` gets the new quantity.
 */
export function Stepper({
  value,
  onChange,
  name,
  min = 1,
  max = 99,
  disabled,
  className,
}: {
  value: number;
  onChange: (value: number) => void;
  name: string;
  min?: number;
  max?: number;
  disabled?: boolean;
  className?: string;
}) {
  const t = useTranslations("common.stepper");
  const removes = min === 0 && value === 1;
  return (
    <fieldset
      className={cx("inline-flex w-fit items-center rounded-md border border-line bg-surface", className)}
      disabled={disabled}
    >
      <legend className="sr-only">{t("quantityOf", { name })}</legend>
      <button
        type="button"
        className={button}
        disabled={value <= min}
        aria-label={removes ? t("remove", { name }) : t("fewer", { name })}
        onClick={() => onChange(Math.max(min, value - 1))}
      >
        {removes ? <Trash2 aria-hidden className="size-4" /> : <Minus aria-hidden className="size-4" />}
      </button>
      <output aria-live="polite" className="min-w-7 text-center font-semibold tabular-nums">
        {value}
      </output>
      <button
        type="button"
        className={button}
        disabled={value >= max}
        aria-label={t("more", { name })}
        onClick={() => onChange(Math.min(max, value + 1))}
      >
        <Plus aria-hidden className="size-4" />
      </button>
    </fieldset>
  );
}
