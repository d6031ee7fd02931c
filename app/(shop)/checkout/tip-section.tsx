"use client";
// What the courier gets on top.
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { formatMoney } from "@/lib/format/money";
import type { Draft } from "./draft";

/** Kuruş. */
const TIPS = [0, 1_000, 2_000, 3_000, 5_000];

/** Chips; "none" is one of them and the first. */
export function TipSection({
  draft,
  onChange,
}: {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}) {
  const t = useTranslations("shop.checkout");
  const locale = useLocale();
  return (
    <Card>
      <fieldset>
        <legend className="font-display text-lg font-bold">{t("tip")}</legend>
        <p className="text-sm text-ink-2">{t("tipHint")}</p>
        <div className="mt-3 flex flex-wrap gap-2">
          {TIPS.map((tip) => (
            <label
              key={tip}
              className={cx(
                "inline-flex min-h-11 items-center rounded-full border px-4 font-medium tabular-nums has-focus-visible:outline-[2.5px] has-focus-visible:outline-brand-ink",
                draft.tip_minor === tip
                  ? "border-brand-ink bg-brand-soft text-brand-ink"
                  : "border-line-control/60 text-ink-2 hover:bg-surface-2",
              )}
            >
              <input
                type="radio"
                name="tip"
                className="sr-only"
                checked={draft.tip_minor === tip}
                onChange={() => onChange({ tip_minor: tip })}
              />
              {tip === 0 ? t("noTip") : formatMoney(tip, { locale })}
            </label>
          ))}
        </div>
      </fieldset>
    </Card>
  );
}
