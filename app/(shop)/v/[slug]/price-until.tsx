"use client";
// Until when a price holds that is lower than usual.
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { formatOpening } from "@/lib/format/opening";

/** `until` is an ISO instant. */
export function PriceUntil({ until }: { until: string }) {
  const t = useTranslations("shop.menu");
  const locale = useLocale();
  return <Badge tone="success">{t("priceUntil", { at: formatOpening(until, locale) })}</Badge>;
}
