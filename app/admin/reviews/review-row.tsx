"use client";
// One review as an operator reads it: of whom, by whom, what was said and answered, and whether it is hidden.
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Clock } from "@/components/ui/clock";
import { Stars } from "@/components/ui/stars";
import type { PanelReview } from "@/lib/reviews/schema";

/** `onAsk` asks for the reason of the change. */
export function ReviewRow({ review, onAsk }: { review: PanelReview; onAsk: () => void }) {
  const t = useTranslations("admin.reviews");
  return (
    <li
      className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3.5"
      data-testid="review-row"
    >
      <div className="grid min-w-0 flex-1 basis-72 gap-1.5">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Stars value={review.rating} label={t("stars", { count: review.rating })} />
          <Link
            href={`/v/${review.vendor.slug}`}
            className="inline-flex min-h-11 items-center font-semibold hover:underline"
          >
            {review.vendor.name}
          </Link>
          <span className="text-sm text-ink-3">
            {review.author} · <Clock at={review.created_at} date />
            {review.order_number && ` · ${t("order", { number: review.order_number })}`}
          </span>
        </p>
        {review.text && <p className="max-w-prose break-words whitespace-pre-line">{review.text}</p>}
        {review.reply && (
          <p className="max-w-prose text-sm break-words text-ink-2">
            {t("reply", { vendor: review.vendor.name, text: review.reply.text })}
          </p>
        )}
        {review.hidden && (
          <Badge tone="danger" className="justify-self-start whitespace-normal!">
            {t("hiddenBecause", { reason: review.hidden_reason ?? "" })}
          </Badge>
        )}
      </div>
      <Button
        variant={review.hidden ? "secondary" : "danger-quiet"}
        size="sm"
        aria-label={t(review.hidden ? "showNamed" : "hideNamed", { author: review.author })}
        onClick={onAsk}
      >
        {t(review.hidden ? "show" : "hide")}
      </Button>
    </li>
  );
}
