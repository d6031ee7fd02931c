"use client";
// The vendor's reviews, the newest first: all or those that wait for an answer, all stars or some.
import { MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card, SectionHeading } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/input";
import { LoadMore } from "@/components/ui/load-more";
import { NoticeLater } from "@/components/ui/notice-later";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { useErrorText } from "@/lib/browser/use-error-text";
import { usePages } from "@/lib/browser/use-pages";
import type { PanelReview, PanelReviewPage } from "@/lib/reviews/schema";
import { ReviewItem } from "./review-item";

/** `initial` is the first page of all reviews, `pageSize` its size. */
export function ReviewList({ pageSize, initial }: { pageSize: number; initial: PanelReviewPage }) {
  const t = useTranslations("vendor.reviews");
  const [unanswered, setUnanswered] = useState(false);
  const [stars, setStars] = useState("");
  const query = new URLSearchParams({
    limit: String(pageSize),
    ...(unanswered && { unanswered: "1" }),
    ...(stars && { rating: stars }),
  });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <SectionHeading level={1} title={t("title")} hint={t("hint")} />
      <div className="flex flex-wrap items-center gap-2">
        <fieldset aria-label={t("which")} className="flex flex-wrap gap-2">
          <Chip pressed={!unanswered} onClick={() => setUnanswered(false)}>
            {t("all")}
          </Chip>
          <Chip pressed={unanswered} onClick={() => setUnanswered(true)}>
            {t("unanswered")}
          </Chip>
        </fieldset>
        <Select
          aria-label={t("starFilter")}
          value={stars}
          className="w-44"
          onChange={(event) => setStars(event.target.value)}
        >
          <option value="">{t("anyStars")}</option>
          {[5, 4, 3, 2, 1].map((count) => (
            <option key={count} value={count}>
              {t("stars", { count })}
            </option>
          ))}
        </Select>
      </div>
      <Pages
        key={String(query)}
        path={`/api/vendor/reviews?${query}`}
        initial={unanswered || stars ? undefined : initial}
      />
    </div>
  );
}

function Pages({ path, initial }: { path: string; initial: PanelReviewPage | undefined }) {
  const t = useTranslations("vendor.reviews");
  const errorText = useErrorText();
  const { items, cursor, error, loading, more, set } = usePages<PanelReview>(path, initial);
  return (
    <>
      {error !== null && (
        <NoticeLater tone="warning" live>
          {errorText(error)}
        </NoticeLater>
      )}
      {!items && loading && (
        <Loading className="grid gap-3">
          <Skeleton className="h-32" />
          <Skeleton className="h-32" />
        </Loading>
      )}
      {items?.length === 0 && (
        <EmptyState icon={<MessageSquare aria-hidden />} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <Card as="div" flush>
          <ul className="divide-y divide-line">
            {items.map((review) => (
              <ReviewItem
                key={review.id}
                review={review}
                onChange={(next) => set((now) => now.map((old) => (old.id === next.id ? next : old)))}
              />
            ))}
          </ul>
        </Card>
      )}
      <LoadMore cursor={cursor} pending={loading} onMore={() => void more()} />
    </>
  );
}
