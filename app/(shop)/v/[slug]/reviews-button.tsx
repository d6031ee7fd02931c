"use client";
// The vendor's average, which opens what people say.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Rating } from "../../rating";

const ReviewsSheet = lazySheet(() => import("./reviews-sheet").then((module) => module.ReviewsSheet));

export function ReviewsButton({
  vendor,
}: {
  vendor: { slug: string; name: string; rating: number | null; rating_count: number };
}) {
  const t = useTranslations("shop.review");
  const [open, setOpen] = useState(false);
  const rating = <Rating rating={vendor.rating} count={vendor.rating_count} />;
  if (vendor.rating === null) return rating;
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="inline-flex min-h-11 items-center gap-2 rounded-md text-left hover:[&_.label]:underline"
      >
        {rating}
        <span className="label text-sm font-medium text-brand-ink">{t("read")}</span>
      </button>
      <ReviewsSheet vendor={vendor} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
