"use client";
// The refund's fields: all of it, pieces or an amount; where to; why.
import { useTranslations } from "next-intl";
import { AmountInput } from "@/components/ui/amount-input";
import { Chip } from "@/components/ui/chip";
import { Radio } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { ApiError } from "@/lib/browser/api";
import { useErrorText } from "@/lib/browser/use-error-text";
import { refundable } from "@/lib/orders/payment";
import type { Order } from "@/lib/orders/schema";
import { type RefundChoice, targetsOf } from "./refund-draft";
import { RefundPieces } from "./refund-pieces";

const KINDS = ["whole", "items", "amount"] as const;
const REASONS = ["missing", "wrong", "late", "quality"] as const;
const LONGEST_REASON = 500; // the API's limits
const SHORTEST_REASON = 3;

/** `minor` is what the choice comes to; with `checked` what is missing is said; `error` is why the server refused the last try. */
export function RefundForm({
  order,
  choice,
  minor,
  checked,
  error,
  onChange,
}: {
  order: Order;
  choice: RefundChoice;
  minor: number | null;
  checked: boolean;
  error: unknown;
  onChange: (change: Partial<RefundChoice>) => void;
}) {
  const t = useTranslations("vendor.refund");
  const errorText = useErrorText();
  const left = refundable(order);
  const targets = targetsOf(order);
  const tooMuch = minor !== null && minor > left;
  const overtaken = error instanceof ApiError && error.code === "VALIDATION_ERROR";

  return (
    <div className="grid gap-5">
      {error !== null && (
        <Notice tone="danger" live>
          {overtaken ? t("overtaken") : errorText(error)}
        </Notice>
      )}
      <fieldset className="grid">
        <legend className="pb-1 text-sm font-medium">{t("what")}</legend>
        {KINDS.map((kind) => (
          <Radio
            key={kind}
            name="refund-kind"
            label={t(`kind.${kind}`)}
            checked={choice.kind === kind}
            onChange={() => onChange({ kind })}
            trailing={kind === "whole" && <Money minor={left} className="font-semibold" />}
          />
        ))}
      </fieldset>
      {choice.kind === "items" && (
        <RefundPieces
          order={order}
          pieces={choice.pieces}
          minor={minor}
          missing={checked && minor === null}
          onChange={(pieces) => onChange({ pieces })}
        />
      )}
      {choice.kind === "amount" && (
        <Field
          label={t("amount")}
          hint={t.rich("most", { amount: () => <Money minor={left} /> })}
          required
          error={tooMuch ? t("tooMuch") : checked && minor === null ? t("amountMissing") : undefined}
        >
          {(control) => (
            <AmountInput {...control} value={choice.amount} onChange={(amount) => onChange({ amount })} />
          )}
        </Field>
      )}
      {targets.length > 1 ? (
        <fieldset className="grid">
          <legend className="pb-1 text-sm font-medium">{t("where")}</legend>
          {targets.map((to) => (
            <Radio
              key={to}
              name="refund-to"
              label={t(`to.${to}`)}
              hint={t(to === "original" && order.wallet_minor > 0 ? "toHint.split" : `toHint.${to}`)}
              checked={choice.to === to}
              onChange={() => onChange({ to })}
            />
          ))}
        </fieldset>
      ) : (
        <Notice>{t(order.payment_method === "wallet" ? "walletOnly" : "doorOnly")}</Notice>
      )}
      <div className="grid gap-2">
        <Field
          label={t("reason")}
          hint={t("reasonHint")}
          required
          error={checked && choice.reason.trim().length < SHORTEST_REASON ? t("reasonMissing") : undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={LONGEST_REASON}
              value={choice.reason}
              onChange={(event) => onChange({ reason: event.target.value })}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-2">
          {REASONS.map((name) => {
            const reason = t(`reasons.${name}`);
            return (
              <Chip key={name} pressed={choice.reason === reason} onClick={() => onChange({ reason })}>
                {reason}
              </Chip>
            );
          })}
        </div>
      </div>
    </div>
  );
}
