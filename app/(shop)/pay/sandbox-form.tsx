"use client";
// The sandbox bank's card form. The number becomes a token here and goes nowhere else; no field has a name, so that not even a
// browser without our script could send it.
import { Lock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { focusFirstInvalid } from "@/lib/browser/first-invalid";
import { formatMoney } from "@/lib/format/money";
import { tokenOf } from "@/lib/payments/sandbox-cards";
import type { Payment } from "@/lib/payments/schema";
import {
  type CardFields,
  type CardProblem,
  cardProblems,
  EMPTY_CARD,
  formatCvc,
  formatExpiry,
  formatNumber,
} from "./card-fields";
import { DigitsInput } from "./digits-input";
import { TestCards } from "./test-cards";

/** `onConfirm` gets the card's token. */
export function SandboxForm({
  payment,
  pending,
  onConfirm,
}: {
  payment: Payment;
  pending: boolean;
  onConfirm: (token: string) => void;
}) {
  const t = useTranslations("shop.pay");
  const locale = useLocale();
  const [card, setCard] = useState<CardFields>(EMPTY_CARD);
  const [problems, setProblems] = useState<CardProblem[]>([]);

  function change(next: Partial<CardFields>) {
    const changed = { ...card, ...next };
    setCard(changed);
    // What was complained about is looked at again with every key; nothing new is while typing.
    setProblems((now) => now.filter((problem) => cardProblems(changed, new Date()).includes(problem)));
  }
  function submit(form: HTMLFormElement) {
    const token = tokenOf(card.number);
    const found = cardProblems(card, new Date());
    setProblems(found);
    if (token && found.length === 0) onConfirm(token);
    else focusFirstInvalid(form);
  }
  const complaint = (...kinds: CardProblem[]) => {
    const kind = kinds.find((one) => problems.includes(one));
    return kind && t(`invalid.${kind}`);
  };

  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <Field label={t("number")} required error={complaint("number")}>
        {(control) => (
          <DigitsInput
            {...control}
            autoComplete="cc-number"
            placeholder="0000 0000 0000 0000"
            className="tabular-nums"
            format={formatNumber}
            value={card.number}
            onText={(number) => change({ number })}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("expiry")} required error={complaint("expiry", "expired")}>
          {(control) => (
            <DigitsInput
              {...control}
              autoComplete="cc-exp"
              placeholder={t("expiryExample")}
              format={formatExpiry}
              value={card.expiry}
              onText={(expiry) => change({ expiry })}
            />
          )}
        </Field>
        <Field label={t("cvc")} required error={complaint("cvc")}>
          {(control) => (
            <DigitsInput
              {...control}
              autoComplete="cc-csc"
              placeholder="123"
              format={formatCvc}
              value={card.cvc}
              onText={(cvc) => change({ cvc })}
            />
          )}
        </Field>
      </div>
      <Field label={t("name")} required error={complaint("name")}>
        {(control) => (
          <Input
            {...control}
            autoComplete="cc-name"
            autoCapitalize="words"
            spellCheck={false}
            value={card.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Button type="submit" size="lg" full pending={pending}>
        {t("pay", { amount: formatMoney(payment.amount_minor, { locale }) })}
      </Button>
      <p className="flex gap-2 text-sm text-ink-3">
        <Lock aria-hidden className="mt-0.5 size-4 shrink-0" />
        {t("private")}
      </p>
      <TestCards
        onPick={(number) => {
          setCard({
            number: formatNumber(number),
            expiry: "12/34",
            cvc: "123",
            name: card.name || t("testName"),
          });
          setProblems([]);
        }}
      />
    </form>
  );
}
