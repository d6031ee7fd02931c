"use client";
// To whom, how much, and a word with it.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { AmountInput } from "@/components/ui/amount-input";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { ApiError } from "@/lib/browser/api";
import { focusFirstInvalid } from "@/lib/browser/first-invalid";
import { useErrorText } from "@/lib/browser/use-error-text";
import { formatMoney } from "@/lib/format/money";
import { MOST_SENT, type Sending, sendProblems } from "./sending";

const LONGEST_NOTE = 140;

/** `error` is why the server refused what stands in the fields; `onReview` is called when nothing is missing. */
export function SendForm({
  sending,
  balance,
  error,
  onChange,
  onReview,
}: {
  sending: Sending;
  balance: number;
  error: unknown;
  onChange: (change: Partial<Sending>) => void;
  onReview: () => void;
}) {
  const t = useTranslations("shop.wallet");
  const c = useTranslations("common");
  const locale = useLocale();
  const errorText = useErrorText();
  const [tried, setTried] = useState(false);
  const money = (minor: number) => formatMoney(minor, { locale });
  const missing = tried ? sendProblems(sending, balance) : [];
  const refusal = error instanceof ApiError ? error : null;

  const toError =
    refusal?.code === "NOT_FOUND"
      ? t("toUnknown")
      : refusal?.field("to_email")
        ? t("toSelf")
        : missing.includes("to") && t("toInvalid");
  const amountError =
    refusal?.code === "INSUFFICIENT_FUNDS" || missing.includes("short")
      ? t("short", { amount: money(balance) })
      : missing.includes("amount") && t("range", { least: money(1), most: money(MOST_SENT) });

  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (sendProblems(sending, balance).length === 0) onReview();
        else focusFirstInvalid(event.currentTarget);
      }}
    >
      {error !== null && !toError && !amountError && (
        <Notice tone="danger" live>
          {refusal?.code === "FORBIDDEN" ? t("sendOff") : errorText(error)}
        </Notice>
      )}
      <Field label={t("to")} hint={t("toHint")} required error={toError || undefined}>
        {(control) => (
          <Input
            {...control}
            type="email"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={sending.to}
            onChange={(event) => onChange({ to: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={t("amount")}
        hint={t("creditOf", { amount: money(balance) })}
        required
        error={amountError || undefined}
      >
        {(control) => (
          <AmountInput {...control} value={sending.amount} onChange={(amount) => onChange({ amount })} />
        )}
      </Field>
      <Field label={t("note")} hint={t("noteHint")} optional={c("optional")}>
        {(control) => (
          <Input
            {...control}
            maxLength={LONGEST_NOTE}
            value={sending.note}
            onChange={(event) => onChange({ note: event.target.value })}
          />
        )}
      </Field>
      <Button type="submit" size="lg" full>
        {t("review")}
      </Button>
    </form>
  );
}
