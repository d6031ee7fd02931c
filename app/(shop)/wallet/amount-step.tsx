"use client";
// How much credit to add: one of a few round amounts, or any other.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { type Amount, AmountInput } from "@/components/ui/amount-input";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { focusFirstInvalid } from "@/lib/browser/first-invalid";
import { useErrorText } from "@/lib/browser/use-error-text";
import { formatMoney } from "@/lib/format/money";

// Kuruş; the limits are the API's.
const ROUND = [10_000, 25_000, 50_000, 100_000];
const LEAST = 100;
const MOST = 5_000_000;

/** `onAmount` gets an amount within the limits; `error` is why the last one was refused. */
export function AmountStep({
  error,
  pending,
  onAmount,
}: {
  error: unknown;
  pending: boolean;
  onAmount: (minor: number) => void;
}) {
  const t = useTranslations("shop.wallet");
  const locale = useLocale();
  const errorText = useErrorText();
  const [amount, setAmount] = useState<Amount>(ROUND[1]);
  const [tried, setTried] = useState(false);
  const isFit = typeof amount === "number" && amount >= LEAST && amount <= MOST;
  const whole = (minor: number) => formatMoney(minor, { locale }).replace(/[.,]00$/, "");
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isFit) focusFirstInvalid(event.currentTarget);
        else if (!pending) onAmount(amount);
      }}
    >
      {error !== null && (
        <Notice tone="danger" live>
          {errorText(error)}
        </Notice>
      )}
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t("amount")}</legend>
        {ROUND.map((minor) => (
          <Chip key={minor} pressed={amount === minor} onClick={() => setAmount(minor)}>
            {whole(minor)}
          </Chip>
        ))}
      </fieldset>
      <Field
        label={t("amount")}
        required
        error={tried && !isFit ? t("range", { least: whole(LEAST), most: whole(MOST) }) : undefined}
      >
        {(control) => <AmountInput {...control} value={amount} onChange={setAmount} />}
      </Field>
      <Button type="submit" size="lg" full pending={pending}>
        {t("toCard")}
      </Button>
    </form>
  );
}
