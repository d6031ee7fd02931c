"use client";
// A step that is taken for a reason which is kept. A refusal stays in the dialog, in words.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Confirm } from "@/components/ui/confirm";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";

/** `run` gets the reason; the dialog closes when it has succeeded. */
export function ReasonDialog({
  open,
  title,
  follows,
  label,
  danger,
  run,
  onClose,
}: {
  open: boolean;
  title: string;
  follows: string;
  label: string;
  danger: boolean;
  run: (reason: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const t = useTranslations("desk.person");
  const errorText = useErrorText();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  function close() {
    setReason("");
    setMissing(false);
    onClose();
  }
  const step = useAction(async () => {
    await run(reason.trim());
    close();
  });
  return (
    <Confirm
      open={open}
      onClose={() => {
        step.reset();
        close();
      }}
      onConfirm={() => (reason.trim() ? void step.run() : setMissing(true))}
      pending={step.pending}
      danger={danger}
      title={title}
      confirmLabel={label}
    >
      <div className="grid gap-4">
        <p className="text-ink-2">{follows}</p>
        <Field
          label={t("reason")}
          hint={t("reasonHint")}
          required
          error={missing && !reason.trim() ? t("reasonMissing") : undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              name="reason"
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {step.error !== null && (
          <Notice tone="danger" live>
            {errorText(step.error)}
          </Notice>
        )}
      </div>
    </Confirm>
  );
}
