// What each day brought, and how long the kitchen took on average.
import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/format/money";
import { formatDay } from "@/lib/format/time";
import type { Insights } from "@/lib/insights/schema";
import { BarChart } from "./bar-chart";

const EVERY_DAYS = 5; // of a month: labels closer than this would touch

export function DayChart({ days }: { days: Insights["by_day"] }) {
  const t = useTranslations("vendor.insights");
  const locale = useLocale();
  const money = (minor: number) => formatMoney(minor, { locale, currency: "TRY" });
  const isLong = days.length > 14;
  const every = EVERY_DAYS * Math.ceil(days.length / 31);
  const bars = days.map(({ day, delivered, revenue_minor, prep_minutes }, index) => {
    const name = formatDay(day, locale);
    const revenue = money(revenue_minor);
    return {
      name,
      tick: !isLong || (days.length - 1 - index) % every === 0 ? name : null,
      value: revenue_minor / 100,
      text: isLong ? null : revenue,
      says:
        prep_minutes === null
          ? t("dayRow", { day: name, revenue, count: delivered })
          : t("dayRowPrep", { day: name, revenue, count: delivered, minutes: prep_minutes }),
    };
  });
  return (
    <BarChart bars={bars} caption={t("byDay")} line={(lira) => money(lira * 100).replace(/[.,]00$/, "")} />
  );
}
