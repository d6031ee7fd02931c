"use client";
// Deciding a dispute: give money back, or say why not. One key a decision: a repeat after a lost answer changes nothing.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { DisputeText } from "@/components/disputes/dispute-text";
import { type Amount, AmountInput } from "@/components/ui/amount-input";
import { Button } from "@/components/ui/button";
import { Radio } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Select, Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useIntentKey } from "@/lib/browser/use-intent-key";
import type { Dispute } from "@/lib/disputes/schema";
import { formatMoney } from "@/lib/format/money";
import { isOver } from "../lateness";

export function DecisionSheet({
  open,
  dispute,
  onClose,
  onDecided,
}: {
  open: boolean;
  dispute: Dispute | null;
  onClose: () => void;
  onDecided: (dispute: Dispute) => void;
}) {
  const t = useTranslations("desk.disputes");
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={dispute && t("order", { number: dispute.order.number })}
      placement="side"
    >
      {dispute && <DecisionForm key={dispute.id} dispute={dispute} onClose={onClose} onDecided={onDecided} />}
    </Sheet>
  );
}

function DecisionForm({
  dispute,
  onClose,
  onDecided,
}: {
  dispute: Dispute;
  onClose: () => void;
  onDecided: (dispute: Dispute) => void;
}) {
  const t = useTranslations("desk.disputes");
  const locale = useLocale();
  const errorText = useErrorText();
  const toast = useToast();
  const { keyFor, done } = useIntentKey(`dispute:${dispute.id}`);
  const { order } = dispute;
  const most = order.refundable_minor;
  const canRefund = isOver(order) && most > 0;
  const byCard = order.payment_method === "card";
  const [outcome, setOutcome] = useState<"refunded" | "refused">(canRefund ? "refunded" : "refused");
  const [amount, setAmount] = useState<Amount>(most);
  const [to, setTo] = useState<"original" | "wallet">(byCard ? "original" : "wallet");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const mostText = formatMoney(most, { locale });
  const amountIsWrong = outcome === "refunded" && !(amount && amount <= most);

  const decide = useAction(async () => {
    const body = {
      outcome,
      reason: reason.trim(),
      ...(outcome === "refunded" && { amount_minor: amount, to }),
    };
    try {
      const path = `/api/admin/disputes/${dispute.id}/decision`;
      onDecided(await api.post<Dispute>(path, body, { idempotencyKey: keyFor(body) }));
    } catch (error) {
      const current =
        error instanceof ApiError && error.code === "INVALID_TRANSITION" && error.details.current;
      if (!current || !("outcome" in (current as object))) throw error;
      onDecided(current as Dispute); // another operator was faster
    }
    done();
    toast({ title: t("done"), tone: "success" });
    onClose();
  });

  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim() && !amountIsWrong) void decide.run();
      }}
    >
      <DisputeText dispute={dispute} />
      <fieldset className="grid">
        <legend className="font-semibold">{t("outcome")}</legend>
        <Radio
          name="outcome"
          label={t("refund")}
          hint={canRefund ? undefined : t(isOver(order) ? "nothingLeft" : "running")}
          disabled={!canRefund}
          checked={outcome === "refunded"}
          onChange={() => setOutcome("refunded")}
        />
        <Radio
          name="outcome"
          label={t("refuse")}
          checked={outcome === "refused"}
          onChange={() => setOutcome("refused")}
        />
      </fieldset>
      {outcome === "refunded" && (
        <>
          <Field
            label={t("amount")}
            hint={t("amountHint", { amount: mostText })}
            required
            error={tried && amountIsWrong ? t("amountWrong", { amount: mostText }) : undefined}
          >
            {(control) => <AmountInput {...control} value={amount} onChange={setAmount} />}
          </Field>
          {byCard && (
            <Field label={t("to")}>
              {(control) => (
                <Select
                  {...control}
                  value={to}
                  onChange={(event) => setTo(event.target.value === "wallet" ? "wallet" : "original")}
                >
                  <option value="original">{t("toOriginal")}</option>
                  <option value="wallet">{t("toWallet")}</option>
                </Select>
              )}
            </Field>
          )}
        </>
      )}
      <Field
        label={t("reason")}
        hint={t("reasonHint")}
        required
        error={tried && !reason.trim() ? t("reasonMissing") : undefined}
      >
        {(control) => (
          <Textarea
            {...control}
            name="reason"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {decide.error !== null && (
        <Notice tone="danger" live>
          {errorText(decide.error)}
        </Notice>
      )}
      <Button type="submit" full pending={decide.pending}>
        {t("confirm")}
      </Button>
    </form>
  );
}
