// How far the cart is from the branch's minimum order; nothing once it is reached.
import { useLocale, useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { formatMoney } from "@/lib/format/money";

/** Amounts in kuruş. */
export function MinimumProgress({
  subtotal,
  minimum,
  className,
}: {
  subtotal: number;
  minimum: number;
  className?: string;
}) {
  const t = useTranslations("shop.cart");
  const locale = useLocale();
  if (subtotal >= minimum) return null;
  const text = t("minimumMissing", { missing: formatMoney(minimum - subtotal, { locale }) });
  return (
    <div className={cx("grid gap-1.5", className)}>
      <p className="text-sm font-medium">{text}</p>
      <div
        role="progressbar"
        aria-label={text}
        aria-valuemin={0}
        aria-valuemax={minimum}
        aria-valuenow={subtotal}
        className="h-1.5 overflow-hidden rounded-full bg-surface-2"
      >
        <div
          className="h-full rounded-full bg-brand transition-[width] duration-300"
          style={{ width: `${Math.round((100 * subtotal) / minimum)}%` }}
        />
      </div>
    </div>
  );
}
