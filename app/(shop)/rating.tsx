// Stars in one figure, with how many people gave them.
import { Star } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { numberFormat } from "@/lib/format/number";

/** "★ 4,8 (1.284)"; says "new" where nobody has rated yet. */
export function Rating({
  rating,
  count,
  className,
}: {
  rating: number | null;
  count: number;
  className?: string;
}) {
  const t = useTranslations("shop.card");
  const locale = useLocale();
  if (rating === null) return <span className={cx("text-ink-2", className)}>{t("unrated")}</span>;
  const figure = numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(rating);
  return (
    <span className={cx("inline-flex items-center gap-1 whitespace-nowrap tabular-nums", className)}>
      <Star aria-hidden className="size-4 fill-warning text-warning" />
      <span className="sr-only">{t("ratingOf", { rating: figure })}</span>
      <span aria-hidden className="font-semibold">
        {figure}
      </span>
      <span className="text-ink-3">({numberFormat(locale).format(count)})</span>
    </span>
  );
}
