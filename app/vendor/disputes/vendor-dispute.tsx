"use client";
// A problem as the vendor sees it, with the one answer they may give.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DisputeText } from "@/components/disputes/dispute-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Dispute } from "@/lib/disputes/schema";

/** `onChanged` gets the dispute as it stands after the answer, or as another left it meanwhile. */
export function VendorDispute({
  dispute,
  onChanged,
}: {
  dispute: Dispute;
  onChanged: (dispute: Dispute) => void;
}) {
  const t = useTranslations("disputes");
  const errorText = useErrorText();
  const toast = useToast();
  const [text, setText] = useState("");
  const [missing, setMissing] = useState(false);
  const answer = useAction(async () => {
    try {
      onChanged(await api.post<Dispute>(`/api/disputes/${dispute.id}/answer`, { answer: text.trim() }));
    } catch (error) {
      if (error instanceof ApiError && error.code === "INVALID_TRANSITION" && error.details.current) {
        onChanged(error.details.current as Dispute);
        return;
      }
      throw error;
    }
    toast({ title: t("answered"), tone: "success" });
  });
  return (
    <div className="grid gap-3">
      <DisputeText dispute={dispute} />
      {dispute.state === "open" && (
        <form
          noValidate
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim()) void answer.run();
            else setMissing(true);
          }}
        >
          <Field
            label={t("answer")}
            hint={t("answerHint")}
            required
            error={missing && !text.trim() ? t("answerMissing") : undefined}
          >
            {(control) => (
              <Textarea
                {...control}
                name="answer"
                maxLength={1000}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          {answer.error !== null && (
            <Notice tone="danger" live>
              {errorText(answer.error)}
            </Notice>
          )}
          <Button type="submit" variant="secondary" pending={answer.pending} className="justify-self-start">
            {t("sendAnswer")}
          </Button>
        </form>
      )}
    </div>
  );
}
