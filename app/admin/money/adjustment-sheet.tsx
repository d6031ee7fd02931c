"use client";
// A new correction of a customer's credit: whose, how much more or less, and why.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AmountInput } from "@/components/ui/amount-input";
import { Button } from "@/components/ui/button";
import { Radio } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useIntentKey } from "@/lib/browser/use-intent-key";
import type { Adjustment } from "@/lib/wallet/schema";

const LONGEST_REASON = 500; // the API's limits
const SHORTEST_REASON = 3;
const MOST_MINOR = 5_000_000;
const EMPTY = { email: "", gives: true, amount: null as number | null | undefined, reason: "" };

/** Above `limitMinor` another operator must agree: that is said before it is asked for. */
export function AdjustmentSheet({
  open,
  limitMinor,
  onClose,
  onDone,
}: {
  open: boolean;
  limitMinor: number;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations("admin.money.adjustments");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const toast = useToast();
  const intent = useIntentKey("adjustment");
  const [draft, setDraft] = useState(EMPTY);
  const [checked, setChecked] = useState(false);
  const minor = draft.amount && draft.amount <= MOST_MINOR ? draft.amount : null;
  const reason = draft.reason.trim();
  const fits = minor !== null && reason.length >= SHORTEST_REASON && draft.email.includes("@");
  const edit = (change: Partial<typeof EMPTY>) => setDraft({ ...draft, ...change });

  function close() {
    setDraft(EMPTY);
    setChecked(false);
    send.reset();
    onClose();
  }
  const send = useAction(async () => {
    if (!fits) return;
    const body = { email: draft.email.trim(), amount_minor: draft.gives ? minor : -minor, reason };
    const made = await api.post<Adjustment>("/api/admin/adjustments", body, {
      idempotencyKey: intent.keyFor(body),
    });
    intent.done();
    toast({ title: t(made.status === "awaiting" ? "nowWaits" : "nowApplied"), tone: "success" });
    onDone();
    close();
  });
  const code = send.error instanceof ApiError ? send.error.code : null;

  return (
    <Sheet
      open={open}
      onClose={close}
      dismissable={!send.pending}
      title={t("new")}
      footer={
        <>
          <Button variant="ghost" disabled={send.pending} onClick={close}>
            {common("keep")}
          </Button>
          <Button
            pending={send.pending}
            onClick={() => {
              setChecked(true);
              void send.run();
            }}
          >
            {t(minor !== null && minor > limitMinor ? "request" : "apply")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field
          label={t("email")}
          required
          error={
            code === "NOT_FOUND"
              ? t("noCustomer")
              : checked && !draft.email.includes("@")
                ? t("emailMissing")
                : undefined
          }
        >
          {(control) => (
            <Input
              {...control}
              type="email"
              name="email"
              autoComplete="off"
              value={draft.email}
              onChange={(event) => edit({ email: event.target.value })}
            />
          )}
        </Field>
        <fieldset className="grid">
          <legend className="sr-only">{t("direction")}</legend>
          <Radio
            name="direction"
            label={t("gives")}
            checked={draft.gives}
            onChange={() => edit({ gives: true })}
          />
          <Radio
            name="direction"
            label={t("takes")}
            hint={t("takesHint")}
            checked={!draft.gives}
            onChange={() => edit({ gives: false })}
          />
        </fieldset>
        <Field
          label={t("amount")}
          hint={t.rich("limit", { limit: () => <Money minor={limitMinor} /> })}
          required
          error={checked && minor === null ? t("amountMissing") : undefined}
        >
          {(control) => (
            <AmountInput {...control} value={draft.amount} onChange={(amount) => edit({ amount })} />
          )}
        </Field>
        <Field
          label={t("reason")}
          hint={t("reasonHint")}
          required
          error={checked && reason.length < SHORTEST_REASON ? t("reasonMissing") : undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              name="reason"
              maxLength={LONGEST_REASON}
              value={draft.reason}
              onChange={(event) => edit({ reason: event.target.value })}
            />
          )}
        </Field>
        {send.error !== null && code !== "NOT_FOUND" && (
          <Notice tone="danger" live>
            {code === "INSUFFICIENT_FUNDS" ? t("problem.INSUFFICIENT_FUNDS") : errorText(send.error)}
          </Notice>
        )}
      </div>
    </Sheet>
  );
}
