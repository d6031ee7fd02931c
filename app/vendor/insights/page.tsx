// The vendor in numbers: today, seven days, thirty days (`?period=`).
import { ChartNoAxesColumn } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Card, SectionHeading } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TabLinks } from "@/components/ui/tab-links";
import { pageDatabase } from "@/lib/identity/session";
import { vendorStats } from "@/lib/orders/queries";
import { requireVendor } from "../access";
import { DayChart } from "./day-chart";
import { Figures } from "./figures";
import { HourChart } from "./hour-chart";
import { TopProducts } from "./top-products";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("vendor.insights"))("title") };
}

const periods = ["today", "7d", "30d"] as const;

export default async function InsightsPage({
  searchParams,
}: {
  searchParams: Promise<{ period?: string | string[] }>;
}) {
  await requireVendor("/vendor/insights");
  const asked = (await searchParams).period;
  const period = periods.find((name) => name === asked) ?? "today";
  const t = await getTranslations("vendor.insights");
  const stats = await vendorStats(await pageDatabase(), period);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h1 className="text-2xl">{t("title")}</h1>
      <TabLinks
        label={t("periodsLabel")}
        tabs={periods.map((name) => ({
          href: name === "today" ? "/vendor/insights" : `/vendor/insights?period=${name}`,
          label: t(`periods.${name}`),
          active: name === period,
        }))}
      />
      <Figures stats={stats} />
      {period !== "today" && stats.orders > 0 && (
        <Card className="grid gap-4">
          <SectionHeading title={t("byDay")} hint={<span className="text-sm">{t("byDayHint")}</span>} />
          <DayChart days={stats.by_day} />
        </Card>
      )}
      {stats.orders === 0 ? (
        <EmptyState icon={<ChartNoAxesColumn aria-hidden />} title={t("empty")}>
          {t("emptyHint")}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Card className="grid gap-4">
            <SectionHeading title={t("byHour")} hint={<span className="text-sm">{t("byHourHint")}</span>} />
            <HourChart hours={stats.by_hour} />
          </Card>
          <Card className="grid gap-3">
            <SectionHeading title={t("top")} />
            <TopProducts products={stats.top_products} />
          </Card>
        </div>
      )}
    </div>
  );
}
