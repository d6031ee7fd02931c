"use client";
// A coupon in words: what it gives, and under which limits.
import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/format/money";
import { formatPercent } from "@/lib/format/percent";
import type { Coupon } from "@/lib/promotions/schema";

/** `gives` is one phrase; `limits` are those the coupon has, each a phrase. */
export function useCouponWords(): (coupon: Coupon) => { gives: string; limits: string[] } {
  const t = useTranslations("promotions");
  const locale = useLocale();
  const money = (minor: number | null) => formatMoney(minor ?? 0, { locale });
  return (coupon) => {
    const percent = formatPercent((coupon.percent ?? 0) * 100, locale);
    const gives =
      coupon.kind === "free_delivery"
        ? t("gives.free_delivery")
        : coupon.kind === "amount"
          ? t("gives.amount", { amount: money(coupon.amount_minor) })
          : coupon.cap_minor === null
            ? t("gives.percentage", { percent })
            : t("gives.capped", { percent, cap: money(coupon.cap_minor) });
    const limits = [
      coupon.minimum_minor > 0 && t("limit.minimum", { minimum: money(coupon.minimum_minor) }),
      coupon.person_limit !== null && t("limit.person", { count: coupon.person_limit }),
      coupon.borne_by === "platform" &&
        (coupon.vendor ? t("limit.vendor", { name: coupon.vendor.name }) : t("limit.everywhere")),
    ];
    return { gives, limits: limits.filter((limit) => typeof limit === "string") };
  };
}
