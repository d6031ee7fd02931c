"use client";
// Everybody's reviews by whether they are hidden and by stars; each can be hidden or shown with a reason.
import { MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/input";
import { LoadMore } from "@/components/ui/load-more";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { PanelReview, PanelReviewPage } from "@/lib/reviews/schema";
import { usePages } from "../use-pages";
import { ReviewRow } from "./review-row";

const ModerationDialog = lazySheet(() =>
  import("./moderation-dialog").then((module) => module.ModerationDialog),
);

/** `initial` is the first page of all reviews, `pageSize` its size. */
export function ReviewDesk({ pageSize, initial }: { pageSize: number; initial: PanelReviewPage }) {
  const t = useTranslations("admin.reviews");
  const errorText = useErrorText();
  const [hidden, setHidden] = useState("");
  const [stars, setStars] = useState("");
  const [asking, setAsking] = useState<PanelReview | null>(null);
  const query = new URLSearchParams({
    limit: String(pageSize),
    ...(hidden && { hidden }),
    ...(stars && { rating: stars }),
  });
  const { rows, cursor, error, loadMore, put } = usePages<PanelReview>(
    `/api/admin/reviews?${query}`,
    initial,
  );
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap gap-2">
        <Select
          aria-label={t("which")}
          value={hidden}
          className="w-44"
          onChange={(event) => setHidden(event.target.value)}
        >
          <option value="">{t("all")}</option>
          <option value="false">{t("shown")}</option>
          <option value="true">{t("hidden")}</option>
        </Select>
        <Select
          aria-label={t("starFilter")}
          value={stars}
          className="w-44"
          onChange={(event) => setStars(event.target.value)}
        >
          <option value="">{t("anyStars")}</option>
          {[1, 2, 3, 4, 5].map((count) => (
            <option key={count} value={count}>
              {t("stars", { count })}
            </option>
          ))}
        </Select>
      </div>
      {error !== null && (
        <Notice tone="warning" live>
          {errorText(error)}
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState icon={<MessageSquare aria-hidden />} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-card">
          {rows.map((review) => (
            <ReviewRow key={review.id} review={review} onAsk={() => setAsking(review)} />
          ))}
        </ul>
      )}
      <LoadMore cursor={cursor} pending={loadMore.pending} onMore={() => void loadMore.run()} />
      <ModerationDialog
        open={asking !== null}
        review={asking}
        onClose={() => setAsking(null)}
        onChanged={put}
      />
    </div>
  );
}
