"use client";
// A question before something that many will feel. A refusal stays in the dialog, in words.
import type { ReactNode } from "react";
import { Confirm } from "@/components/ui/confirm";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";

export type Question = {
  title: string;
  follows: ReactNode;
  label: string;
  danger: boolean;
  /** What the answer yes does; a failure is shown, and may be tried again. */
  run: () => Promise<unknown>;
  /** A failure in this question's own words; null: in everybody's. */
  problem?: (error: unknown) => string | null;
};

export function AskDialog({
  open,
  question,
  onClose,
}: {
  open: boolean;
  question: Question | null;
  onClose: () => void;
}) {
  const errorText = useErrorText();
  const answer = useAction(async () => {
    await question?.run();
    onClose();
  });
  return (
    <Confirm
      open={open}
      onClose={() => {
        answer.reset();
        onClose();
      }}
      onConfirm={() => void answer.run()}
      pending={answer.pending}
      danger={question?.danger ?? false}
      title={question?.title}
      confirmLabel={question?.label ?? ""}
    >
      <div className="grid gap-3">
        {typeof question?.follows === "string" ? (
          <p className="text-ink-2">{question.follows}</p>
        ) : (
          question?.follows
        )}
        {answer.error !== null && (
          <Notice tone="danger" live>
            {question?.problem?.(answer.error) ?? errorText(answer.error)}
          </Notice>
        )}
      </div>
    </Confirm>
  );
}
