"use client";
// Why a review is hidden or shown again. Somebody else's decision in between is shown instead of overwritten.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Confirm } from "@/components/ui/confirm";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { PanelReview } from "@/lib/reviews/schema";

/** Asks about `review` (null: closed); `onChanged` gets it as it is afterwards. */
export function ModerationDialog({
  open,
  review,
  onClose,
  onChanged,
}: {
  open: boolean;
  review: PanelReview | null;
  onClose: () => void;
  onChanged: (review: PanelReview) => void;
}) {
  const t = useTranslations("admin.reviews");
  const errorText = useErrorText();
  const toast = useToast();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const hides = !review?.hidden;
  const decide = useAction(async () => {
    setTried(true);
    if (!review || !reason.trim()) return;
    const decision = { hidden: hides, reason, version: review.version };
    try {
      onChanged(await api.patch<PanelReview>(`/api/admin/reviews/${review.id}`, decision));
      toast({ title: t(hides ? "nowHidden" : "nowShown"), tone: "success" });
    } catch (error) {
      const current = error instanceof ApiError ? error.details.current : undefined;
      if (!current) throw error;
      onChanged(current as PanelReview);
      toast({ title: errorText(error), tone: "danger" });
    }
    close();
  });
  function close() {
    decide.reset();
    setReason("");
    setTried(false);
    onClose();
  }
  return (
    <Confirm
      open={open}
      onClose={close}
      onConfirm={() => void decide.run()}
      pending={decide.pending}
      danger={hides}
      title={t(hides ? "askHide" : "askShow")}
      confirmLabel={t(hides ? "hide" : "show")}
    >
      <div className="grid gap-4">
        <p className="text-ink-2">{t(hides ? "hideFollows" : "showFollows")}</p>
        {review?.text && <blockquote className="border-l-4 border-line pl-3">{review.text}</blockquote>}
        <Field
          label={t("reason")}
          hint={t("reasonHint")}
          error={tried && !reason.trim() ? t("reasonMissing") : undefined}
          required
        >
          {(control) => (
            <Textarea
              {...control}
              value={reason}
              maxLength={1000}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {decide.error !== null && (
          <Notice tone="danger" live>
            {errorText(decide.error)}
          </Notice>
        )}
      </div>
    </Confirm>
  );
}
