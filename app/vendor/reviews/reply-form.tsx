"use client";
// Writing the answer to a review. When somebody else answered meanwhile, theirs is shown above what was typed here, which stays.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { PanelReview } from "@/lib/reviews/schema";

/** `onStale` gets the review as somebody else left it. */
export function ReplyForm({
  review,
  onSaved,
  onStale,
  onCancel,
}: {
  review: PanelReview;
  onSaved: (review: PanelReview) => void;
  onStale: (review: PanelReview) => void;
  onCancel: () => void;
}) {
  const t = useTranslations("vendor.reviews");
  const c = useTranslations("common");
  const errorText = useErrorText();
  const toast = useToast();
  const [text, setText] = useState(review.reply?.text ?? "");
  const [opened] = useState(review.version);

  const save = useAction(async () => {
    try {
      const path = `/api/vendor/reviews/${review.id}/reply`;
      onSaved(await api.put<PanelReview>(path, { text, version: review.version }));
      toast({ title: t("sent"), tone: "success" });
    } catch (error) {
      if (error instanceof ApiError && error.details.current) onStale(error.details.current as PanelReview);
      throw error;
    }
  });

  return (
    <form
      noValidate
      className="grid max-w-prose gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) void save.run();
      }}
    >
      {review.version !== opened && review.reply && (
        <p className="rounded-md bg-surface-2 p-3 text-sm break-words whitespace-pre-line">
          {review.reply.text}
        </p>
      )}
      <Field label={t("replyText")} required>
        {(control) => (
          <Textarea
            {...control}
            autoFocus
            value={text}
            maxLength={1000}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {save.error !== null && (
        <Notice tone="danger" live>
          {errorText(save.error)}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" pending={save.pending} disabled={!text.trim()}>
          {t("send")}
        </Button>
        <Button variant="ghost" size="sm" onClick={onCancel}>
          {c("cancel")}
        </Button>
      </div>
    </form>
  );
}
