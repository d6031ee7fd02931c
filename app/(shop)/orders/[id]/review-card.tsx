"use client";
// What the customer thinks of an order that has come: asked, said, corrected within a day, answered by the vendor.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, SectionHeading } from "@/components/ui/card";
import { Clock, useNow } from "@/components/ui/clock";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { Stars } from "@/components/ui/stars";
import { ApiError } from "@/lib/browser/api";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { OrderReview } from "@/lib/reviews/schema";
import { ReviewForm } from "./review-form";

/** For a delivered order. Nothing where there is nothing to say any more, or where the visitor is not its customer. */
export function ReviewCard({ orderId, vendor }: { orderId: string; vendor: string }) {
  const t = useTranslations("shop.review");
  const errorText = useErrorText();
  const path = `/api/orders/${orderId}/review`;
  const { data, error, loading, reload, mutate } = useResource<OrderReview>(path);
  const [editing, setEditing] = useState(false);
  const now = useNow(60_000);
  if (error instanceof ApiError && error.code === "FORBIDDEN") return null;
  if (error)
    return <ErrorState message={errorText(error)} onRetry={() => void reload()} retrying={loading} />;
  if (!data) return <Skeleton className="h-44 rounded-lg" />;
  const { review, review_until } = data;
  if (!review && (review_until === null || Date.parse(review_until) < now)) return null;
  return (
    <Card className="grid gap-3" data-testid="review">
      <SectionHeading title={review ? t("yours") : t("ask", { vendor })} />
      {!review || editing ? (
        <ReviewForm
          path={path}
          review={review}
          onSaved={(next) => {
            mutate(next);
            setEditing(false);
          }}
          onCancel={review ? () => setEditing(false) : null}
        />
      ) : (
        <Said review={review} vendor={vendor}>
          {Date.parse(review.editable_until) > now && (
            <Button
              variant="secondary"
              size="sm"
              className="justify-self-start"
              onClick={() => setEditing(true)}
            >
              {t("edit")}
            </Button>
          )}
        </Said>
      )}
    </Card>
  );
}

function Said({
  review,
  vendor,
  children,
}: {
  review: NonNullable<OrderReview["review"]>;
  vendor: string;
  children: React.ReactNode;
}) {
  const t = useTranslations("shop.review");
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-3">
        <Stars value={review.rating} label={t("stars", { count: review.rating })} />
        <Clock at={review.created_at} date />
        {review.edited && t("edited")}
      </p>
      {review.text && <p className="break-words whitespace-pre-line">{review.text}</p>}
      {review.hidden && <Notice tone="warning">{t("hidden")}</Notice>}
      {review.reply && (
        <div className="grid gap-1 rounded-md bg-surface-2 p-3 text-sm">
          <p className="font-semibold">{t("replyOf", { vendor })}</p>
          <p className="break-words whitespace-pre-line">{review.reply.text}</p>
        </div>
      )}
      {children}
    </>
  );
}
