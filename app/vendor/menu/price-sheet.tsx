"use client";
// New prices for the chosen products, seen before they are: by a share or an amount, rounded.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AmountInput } from "@/components/ui/amount-input";
import { Button } from "@/components/ui/button";
import { Radio } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { Money } from "@/components/ui/money";
import { Sheet } from "@/components/ui/sheet";
import type { Product } from "@/lib/catalog/products";
import { changedPrice, parsePercent } from "./price-change";

const STEPS = [1, 25, 50, 100, 500] as const; // kuruş

/** `onApply` is given the new price of a product, and those whose price it changes. */
export function PriceSheet({
  open,
  onClose,
  products,
  pending,
  onApply,
}: {
  open: boolean;
  onClose: () => void;
  products: Product[];
  pending: boolean;
  onApply: (price: (product: Product) => number, changed: Product[]) => void;
}) {
  const t = useTranslations("vendor.menu.bulk");
  const [by, setBy] = useState<"percent" | "amount">("percent");
  const [percent, setPercent] = useState("");
  const [amount, setAmount] = useState<number | null | undefined>(null);
  const [step, setStep] = useState<number>(1);

  const value = by === "percent" ? parsePercent(percent) : (amount ?? null);
  const unread = by === "percent" ? percent.trim() !== "" && value === null : amount === undefined;
  const price = ({ price_minor }: Product) =>
    value === null ? price_minor : changedPrice(price_minor, { by, value, step });
  const changed = products.filter((product) => price(product) !== product.price_minor);

  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t("priceTitle", { count: products.length })}
      footer={
        <Button disabled={changed.length === 0} pending={pending} onClick={() => onApply(price, changed)}>
          {t("priceApply", { count: changed.length })}
        </Button>
      }
    >
      <div className="grid gap-4">
        <fieldset className="grid grid-cols-2 gap-x-4">
          <legend className="text-sm font-medium">{t("by")}</legend>
          {(["percent", "amount"] as const).map((way) => (
            <Radio
              key={way}
              name="by"
              label={t(`ways.${way}`)}
              checked={by === way}
              onChange={() => setBy(way)}
            />
          ))}
        </fieldset>
        <div className="grid grid-cols-2 items-start gap-3">
          <Field label={t(`ways.${by}`)} hint={t("sign")} error={unread ? t("unread") : undefined}>
            {(control) =>
              by === "percent" ? (
                <Input
                  {...control}
                  suffix="%"
                  autoComplete="off"
                  value={percent}
                  onChange={(event) => setPercent(event.target.value)}
                />
              ) : (
                <AmountInput {...control} signed value={amount} onChange={setAmount} />
              )
            }
          </Field>
          <Field label={t("round")}>
            {(control) => (
              <Select {...control} value={step} onChange={(event) => setStep(Number(event.target.value))}>
                {STEPS.map((kurus) => (
                  <option key={kurus} value={kurus}>
                    {t("roundTo", { lira: kurus / 100 })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <div>
          <h3 className="text-base">{t("preview")}</h3>
          <ul className="divide-y divide-line" aria-live="polite">
            {products.map((product) => (
              <li
                key={product.id}
                className="flex items-baseline gap-3 py-1.5 text-sm [contain-intrinsic-height:auto_2rem] [content-visibility:auto]"
              >
                <span className="min-w-0 flex-1 truncate">{product.name}</span>
                {price(product) !== product.price_minor && (
                  <del className="text-ink-3">
                    <Money minor={product.price_minor} />
                  </del>
                )}
                <span className="font-semibold">
                  <Money minor={price(product)} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Sheet>
  );
}
