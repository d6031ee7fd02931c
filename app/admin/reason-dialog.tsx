"use client";
// A step that is taken for a reason which is kept. A refusal stays in the dialog, in words.
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Confirm } from "@/components/ui/confirm";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";

/** `follows` says what the step does, `hint` who reads the reason; `run` gets the reason, and the dialog closes when it has succeeded. */
export function ReasonDialog({
  open,
  title,
  follows,
  hint,
  label,
  danger,
  run,
  onClose,
}: {
  open: boolean;
  title: string;
  follows: ReactNode;
  hint?: string;
  label: string;
  danger: boolean;
  run: (reason: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const t = useTranslations("desk.reason");
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
        <div className="grid gap-4 text-ink-2">{follows}</div>
        <Field
          label={t("label")}
          hint={hint ?? t("hint")}
          required
          error={missing && !reason.trim() ? t("missing") : undefined}
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
