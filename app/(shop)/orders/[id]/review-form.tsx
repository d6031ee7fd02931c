"use client";
// Stars and words. What was typed stays when sending fails; a review corrected in another window is shown as it is there.
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
import type { OrderReview } from "@/lib/reviews/schema";
import { StarInput } from "./star-input";

/** `review` is the one being corrected. `onCancel` is null where there is nothing to go back to. */
export function ReviewForm({
  path,
  review,
  onSaved,
  onCancel,
}: {
  path: string;
  review: OrderReview["review"];
  onSaved: (saved: OrderReview) => void;
  onCancel: (() => void) | null;
}) {
  const t = useTranslations("shop.review");
  const c = useTranslations("common");
  const errorText = useErrorText();
  const toast = useToast();
  const [rating, setRating] = useState(review?.rating ?? 0);
  const [text, setText] = useState(review?.text ?? "");
  const [tried, setTried] = useState(false);

  const send = useAction(async () => {
    setTried(true);
    if (rating === 0) return;
    try {
      onSaved(await api.put<OrderReview>(path, { rating, text, ...(review && { version: review.version }) }));
      toast({ title: t("thanks"), tone: "success" });
    } catch (error) {
      const current = error instanceof ApiError ? error.details.current : undefined;
      if (!current) throw error;
      onSaved(current as OrderReview);
      toast({ title: errorText(error), tone: "danger" });
    }
  });

  return (
    <form
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void send.run();
      }}
    >
      <StarInput
        value={rating}
        onChange={setRating}
        error={tried && rating === 0 ? t("starsMissing") : undefined}
      />
      <Field label={t("text")} optional={c("optional")} hint={t("public")}>
        {(control) => (
          <Textarea
            {...control}
            value={text}
            maxLength={1000}
            placeholder={t("textExample")}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {send.error !== null && (
        <Notice tone="danger" live>
          {errorText(send.error)}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" pending={send.pending}>
          {review ? t("save") : t("send")}
        </Button>
        {onCancel && (
          <Button variant="ghost" onClick={onCancel}>
            {c("cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}
