"use client";
// One to five stars as a radio group: a tap, or the arrow keys.
import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { cx } from "@/components/ui/cx";

const STARS = [1, 2, 3, 4, 5] as const;

/** `value` 0 is none yet; `error` says that one is missing. */
export function StarInput({
  value,
  onChange,
  error,
}: {
  value: number;
  onChange: (value: number) => void;
  error?: string | undefined;
}) {
  const t = useTranslations("shop.review");
  const id = useId();
  const chosen = STARS.find((star) => star === value);
  return (
    <fieldset aria-describedby={error && `${id}-error`}>
      <legend className="sr-only">{t("question")}</legend>
      <div className="-ml-2 flex flex-wrap items-center">
        {STARS.map((star) => (
          <label
            key={star}
            className="grid size-11 cursor-pointer place-items-center rounded-md hover:bg-surface-2 has-focus-visible:outline-[2.5px] has-focus-visible:outline-brand-ink"
          >
            <input
              type="radio"
              name={id}
              className="sr-only"
              aria-label={t("stars", { count: star })}
              checked={star === value}
              onChange={() => onChange(star)}
            />
            <Star
              aria-hidden
              className={cx("size-7", star <= value ? "fill-warning text-warning" : "text-line-control")}
            />
          </label>
        ))}
        {chosen && <span className="ml-2 text-ink-2">{t(`word.${chosen}`)}</span>}
      </div>
      {error && (
        <p id={`${id}-error`} role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
