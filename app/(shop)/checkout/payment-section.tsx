"use client";
// How it is paid at the door, and what the courier gets on top.
import { Banknote, CreditCard } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Radio } from "@/components/ui/choice";
import { cx } from "@/components/ui/cx";
import { formatMoney } from "@/lib/format/money";
import type { Draft } from "./draft";

type Props = { draft: Draft; onChange: (change: Partial<Draft>) => void };

const methods = [
  { method: "cash", Icon: Banknote },
  { method: "card_on_delivery", Icon: CreditCard },
] as const;
/** Kuruş. */
const TIPS = [0, 1_000, 2_000, 3_000, 5_000];

/** Cash or card; both are paid when the order is handed over. */
export function PaymentSection({ draft, onChange }: Props) {
  const t = useTranslations("orders.payment");
  const s = useTranslations("shop.checkout");
  return (
    <Card>
      <fieldset>
        <legend className="font-display text-lg font-bold">{s("payment")}</legend>
        <div className="mt-1 divide-y divide-line">
          {methods.map(({ method, Icon }) => (
            <Radio
              key={method}
              name="payment"
              label={draft.type === "pickup" ? s(`atCounter.${method}`) : t(method)}
              trailing={<Icon aria-hidden className="size-5 text-ink-3" />}
              checked={draft.payment_method === method}
              onChange={() => onChange({ payment_method: method })}
            />
          ))}
        </div>
      </fieldset>
    </Card>
  );
}

/** Chips; "none" is one of them and the first. */
export function TipSection({ draft, onChange }: Props) {
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
