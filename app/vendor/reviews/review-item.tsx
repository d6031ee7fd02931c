"use client";
// One review with the vendor's answer, which can be written and changed in place.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Clock } from "@/components/ui/clock";
import { Stars } from "@/components/ui/stars";
import type { PanelReview } from "@/lib/reviews/schema";
import { ReplyForm } from "./reply-form";

export function ReviewItem({
  review,
  onChange,
}: {
  review: PanelReview;
  onChange: (review: PanelReview) => void;
}) {
  const t = useTranslations("vendor.reviews");
  const [writing, setWriting] = useState(false);
  return (
    <li className="grid gap-2 px-4 py-3.5" data-testid="review">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Stars value={review.rating} label={t("stars", { count: review.rating })} />
        <span className="font-semibold">{review.author}</span>
        <span className="text-sm text-ink-3">
          <Clock at={review.created_at} date />
          {review.edited && ` · ${t("edited")}`}
          {review.order_number && ` · ${t("order", { number: review.order_number })}`}
        </span>
        {review.hidden && <Badge tone="warning">{t("hidden", { reason: review.hidden_reason ?? "" })}</Badge>}
      </p>
      {review.text && <p className="max-w-prose break-words whitespace-pre-line">{review.text}</p>}
      {writing ? (
        <ReplyForm
          review={review}
          onSaved={(next) => {
            onChange(next);
            setWriting(false);
          }}
          onStale={onChange}
          onCancel={() => setWriting(false)}
        />
      ) : (
        <>
          {review.reply && (
            <div className="grid max-w-prose gap-1 rounded-md bg-surface-2 p-3 text-sm">
              <p className="font-semibold">{t("yourReply")}</p>
              <p className="break-words whitespace-pre-line">{review.reply.text}</p>
            </div>
          )}
          <Button
            variant={review.reply ? "ghost" : "secondary"}
            size="sm"
            className="justify-self-start"
            onClick={() => setWriting(true)}
          >
            {review.reply ? t("editReply") : t("reply")}
          </Button>
        </>
      )}
    </li>
  );
}
