// How long things took: what half of the orders, and nine of ten, took at most, and half of them in the period before.
import { useTranslations } from "next-intl";
import type { Insights } from "@/lib/insights/schema";
import { FiguresTable } from "./figures-table";

const SPANS = ["prep", "delivery", "whole"] as const;

export function Times({ times, previous_times }: Pick<Insights, "times" | "previous_times">) {
  const t = useTranslations("vendor.insights");
  const minutes = (value: number | null) =>
    value === null ? t("none") : t("minutes", { minutes: Math.round(value) });
  return (
    <FiguresTable
      caption={t("times")}
      columns={[t("span"), t("median"), t("p90"), t("medianBefore")]}
      rows={SPANS.map((span) => ({
        id: span,
        cells: [
          t(`spans.${span}`),
          minutes(times[span].median),
          minutes(times[span].p90),
          minutes(previous_times[span].median),
        ],
      }))}
    />
  );
}
