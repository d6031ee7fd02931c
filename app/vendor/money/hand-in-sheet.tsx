"use client";
// Taking a courier's cash in: what should be there, what was counted, and the difference before it is saved.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AmountInput } from "@/components/ui/amount-input";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useIntentKey } from "@/lib/browser/use-intent-key";
import type { CourierCash, HandIn } from "@/lib/settlement/schema";
import { DifferenceBadge } from "./difference-badge";

const LONGEST_NOTE = 300; // the API's limit

/** Asks about what `carried` says; `onDone` when what couriers carry should be read again. */
export function HandInSheet({
  open,
  carried,
  onClose,
  onDone,
}: {
  open: boolean;
  carried: CourierCash | null;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations("vendor.money.cash");
  const common = useTranslations("common");
  const toast = useToast();
  const errorText = useErrorText();
  const intent = useIntentKey(`hand-in:${carried?.courier_id}`);
  const [counted, setCounted] = useState<number | null | undefined>(null);
  const [note, setNote] = useState("");
  const [checked, setChecked] = useState(false);
  const known = typeof counted === "number";

  function close() {
    setCounted(null);
    setNote("");
    setChecked(false);
    save.reset();
    onClose();
  }
  const save = useAction(async () => {
    if (!carried || !known) return;
    const body = { courier_id: carried.courier_id, counted_minor: counted, note: note.trim() || null };
    const made = await api
      .post<HandIn>("/api/vendor/cash/hand-ins", body, { idempotencyKey: intent.keyFor(body) })
      .catch((error: unknown) => {
        onDone(); // somebody else may have taken it in
        throw error;
      });
    intent.done();
    const outcome = made.difference_minor === 0 ? "exact" : made.difference_minor < 0 ? "short" : "over";
    toast({ title: t(`done.${outcome}`, { name: made.full_name }), tone: "success" });
    onDone();
    close();
  });
  const gone = save.error instanceof ApiError && save.error.code === "INVALID_TRANSITION";

  return (
    <Sheet
      open={open}
      onClose={close}
      dismissable={!save.pending}
      title={t("takeFrom", { name: carried?.full_name ?? "" })}
      footer={
        <>
          <Button variant="ghost" disabled={save.pending} onClick={close}>
            {common("keep")}
          </Button>
          <Button
            data-testid="hand-in-save"
            pending={save.pending}
            onClick={() => {
              setChecked(true);
              if (known) void save.run();
            }}
          >
            {t("save")}
          </Button>
        </>
      }
    >
      {carried && (
        <div className="grid gap-4">
          <p className="flex items-baseline justify-between gap-3">
            <span className="text-ink-2">{t("expected", { count: carried.orders })}</span>
            <Money minor={carried.cash_minor} className="font-display text-xl font-bold" />
          </p>
          <Field
            label={t("counted")}
            hint={t("countedHint")}
            required
            error={checked && !known ? t("countedMissing") : undefined}
          >
            {(control) => <AmountInput {...control} value={counted} onChange={setCounted} />}
          </Field>
          <p aria-live="polite" className="flex min-h-7 items-center justify-between gap-3">
            <span className="text-ink-2">{t("difference")}</span>
            {known ? <DifferenceBadge minor={counted - carried.cash_minor} /> : <span>–</span>}
          </p>
          <Field label={t("note")} hint={t("noteHint")} optional={common("optional")}>
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                maxLength={LONGEST_NOTE}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
          {save.error !== null && (
            <Notice tone="danger" live>
              {gone ? t("gone") : errorText(save.error)}
            </Notice>
          )}
        </div>
      )}
    </Sheet>
  );
}
