// The vendor in numbers over a period (`?period=`), of all branches or one (`?branch=`), beside the period before.
import { ChartNoAxesColumn } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { listVendorBranches } from "@/lib/catalog/panel-queries";
import { formatDay } from "@/lib/format/time";
import { pageDatabase } from "@/lib/identity/session";
import { vendorInsights } from "@/lib/insights/queries";
import { PERIODS } from "@/lib/insights/schema";
import { requireVendor } from "../access";
import { shortName } from "../short-name";
import { Choices } from "./choices";
import { DayChart } from "./day-chart";
import { Endings } from "./endings";
import { Figures } from "./figures";
import { HeatMap } from "./heat-map";
import { ExportLink, NothingHere, Part } from "./part";
import { Times } from "./times";
import { DeadProducts, TopProducts } from "./top-products";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("vendor.insights"))("title") };
}

type Query = { period?: string | string[]; branch?: string | string[] };

export default async function InsightsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const user = await requireVendor("/vendor/insights", "money");
  const asked = await searchParams;
  const db = await pageDatabase();
  const [t, locale, branches] = await Promise.all([
    getTranslations("vendor.insights"),
    getLocale(),
    listVendorBranches(db),
  ]);
  const period = PERIODS.find((name) => name === asked.period) ?? "7d";
  const branch = branches.data.find(({ id }) => id === asked.branch)?.id ?? null;
  const chosen = { period, branch };
  const figures = await vendorInsights(db, { period, ...(branch && { branch_id: branch }) });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h1 className="text-2xl">{t("title")}</h1>
      <Choices
        chosen={chosen}
        branches={branches.data.map(({ id, name }) => ({ id, name: shortName(name, user.vendor?.name) }))}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm text-ink-2">
          {t("compared", {
            from: formatDay(figures.previous_from, locale),
            to: formatDay(figures.previous_to, locale),
          })}
        </p>
        <ExportLink name={t("title")} part="totals" chosen={chosen} />
      </div>
      <Figures totals={figures.totals} previous={figures.previous} />
      {figures.totals.orders === 0 ? (
        <EmptyState icon={<ChartNoAxesColumn aria-hidden />} title={t("empty")}>
          {t("emptyHint")}
        </EmptyState>
      ) : (
        <>
          {period !== "today" && (
            <Part title={t("byDay")} hint={t("byDayHint")} part="days" chosen={chosen}>
              <DayChart days={figures.by_day} />
            </Part>
          )}
          <Part title={t("heat")} hint={t("heatHint")} part="hours" chosen={chosen}>
            <HeatMap cells={figures.by_weekday_hour} />
          </Part>
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-2">
            <Part title={t("times")} hint={t("timesHint")} part="times" chosen={chosen}>
              <Times times={figures.times} previous_times={figures.previous_times} />
            </Part>
            <Part title={t("endings")} part="endings" chosen={chosen}>
              {figures.endings.length > 0 ? (
                <Endings endings={figures.endings} />
              ) : (
                <NothingHere>{t("endingsEmpty")}</NothingHere>
              )}
            </Part>
            <Part title={t("top")} part="products" chosen={chosen}>
              <TopProducts products={figures.top_products} />
            </Part>
            <Part
              title={t("dead")}
              hint={t("deadHint", { count: figures.dead_count })}
              part="unsold"
              chosen={chosen}
            >
              <DeadProducts products={figures.dead_products} />
            </Part>
          </div>
        </>
      )}
    </div>
  );
}
