"use client";
// What people say of a vendor, a page at a time, all or by stars.
import { MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Chip } from "@/components/ui/chip";
import { Clock } from "@/components/ui/clock";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { LoadMore } from "@/components/ui/load-more";
import { Sheet } from "@/components/ui/sheet";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { Stars } from "@/components/ui/stars";
import { useErrorText } from "@/lib/browser/use-error-text";
import { usePages } from "@/lib/browser/use-pages";
import type { Review } from "@/lib/reviews/schema";
import { Rating } from "../../rating";

const ANY = 0;

export function ReviewsSheet({
  vendor,
  open,
  onClose,
}: {
  vendor: { slug: string; name: string; rating: number | null; rating_count: number };
  open: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("shop.review");
  const [stars, setStars] = useState(ANY);
  return (
    <Sheet open={open} onClose={onClose} title={t("title", { vendor: vendor.name })} placement="side">
      <div className="grid gap-4">
        <Rating rating={vendor.rating} count={vendor.rating_count} className="text-lg" />
        <fieldset aria-label={t("filter")} className="flex flex-wrap gap-2">
          {[ANY, 5, 4, 3, 2, 1].map((value) => (
            <Chip key={value} pressed={stars === value} onClick={() => setStars(value)}>
              {value === ANY ? t("all") : t("stars", { count: value })}
            </Chip>
          ))}
        </fieldset>
        <ReviewList key={stars} vendor={vendor} stars={stars} />
      </div>
    </Sheet>
  );
}

function ReviewList({ vendor, stars }: { vendor: { slug: string; name: string }; stars: number }) {
  const t = useTranslations("shop.review");
  const errorText = useErrorText();
  const path = `/api/vendors/${vendor.slug}/reviews?limit=10${stars === ANY ? "" : `&rating=${stars}`}`;
  const { items, cursor, error, loading, more, retry } = usePages<Review>(path);
  const failure = error !== null && (
    <ErrorState message={errorText(error)} onRetry={() => void retry()} retrying={loading} />
  );
  if (!items) {
    if (failure) return failure;
    return (
      <Loading className="grid gap-3">
        {[1, 2, 3].map((row) => (
          <Skeleton key={row} className="h-24" />
        ))}
      </Loading>
    );
  }
  if (items.length === 0) {
    return (
      <EmptyState icon={<MessageSquare aria-hidden />} title={stars === ANY ? t("none") : t("noneOf")} />
    );
  }
  return (
    <>
      <ul className="grid divide-y divide-line">
        {items.map((review) => (
          <ReviewItem key={review.id} review={review} vendor={vendor.name} />
        ))}
      </ul>
      {failure || <LoadMore cursor={cursor} pending={loading} onMore={() => void more()} />}
    </>
  );
}

function ReviewItem({ review, vendor }: { review: Review; vendor: string }) {
  const t = useTranslations("shop.review");
  return (
    <li className="grid gap-1.5 py-4" data-testid="review">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{review.author}</span>
        <Stars value={review.rating} label={t("stars", { count: review.rating })} />
        <span className="text-sm text-ink-3">
          <Clock at={review.created_at} date />
          {review.edited && ` · ${t("edited")}`}
        </span>
      </p>
      {review.text && <p className="break-words whitespace-pre-line">{review.text}</p>}
      {review.reply && (
        <div className="mt-1 grid gap-1 rounded-md bg-surface-2 p-3 text-sm">
          <p className="font-semibold">{t("replyOf", { vendor })}</p>
          <p className="break-words whitespace-pre-line">{review.reply.text}</p>
        </div>
      )}
    </li>
  );
}
