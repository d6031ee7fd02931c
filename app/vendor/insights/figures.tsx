// The period's figures, the money first, each beside the period before.
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Money } from "@/components/ui/money";
import { formatPercent } from "@/lib/format/percent";
import type { Insights, Totals } from "@/lib/insights/schema";

const share = (part: number, whole: number) => Math.round((part / whole) * 100) * 100; // whole percents, in basis points

export function Figures({ totals, previous }: Pick<Insights, "totals" | "previous">) {
  const t = useTranslations("vendor");
  const locale = useLocale();
  const percent = (part: number, whole: number) => formatPercent(share(part, whole), locale);

  const figure = (name: keyof Totals, label: string, hint?: ReactNode) => {
    const [now, before] = [totals[name], previous[name]];
    const difference = now - before;
    const compared =
      difference === 0
        ? t("insights.same")
        : before === 0
          ? t("insights.before", { value: 0 })
          : t(difference > 0 ? "insights.more" : "insights.less", {
              percent: percent(Math.abs(difference), before),
            });
    return { label, value: name.endsWith("_minor") ? <Money minor={now} /> : now, hint, compared };
  };
  const figures = [
    figure("revenue_minor", t("figures.revenue"), t("insights.revenueHint")),
    figure("average_order_minor", t("figures.average")),
    figure("orders", t("figures.orders")),
    figure("delivered", t("figures.delivered")),
    figure("customers", t("insights.customers")),
    figure(
      "back_customers",
      t("insights.back"),
      totals.customers > 0 &&
        t("insights.backHint", { percent: percent(totals.back_customers, totals.customers) }),
    ),
    figure("rejected", t("figures.rejected")),
    figure("canceled", t("figures.canceled")),
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 md:grid-cols-4">
      {figures.map(({ label, value, hint, compared }) => (
        <div
          key={label}
          className="grid content-start rounded-lg border border-line bg-surface px-4 py-3 shadow-card"
        >
          <dt className="text-sm text-ink-3">{label}</dt>
          <dd className="font-display text-xl font-bold tabular-nums">{value}</dd>
          {hint && <dd className="text-xs text-ink-3">{hint}</dd>}
          <dd className="text-xs text-ink-2">{compared}</dd>
        </div>
      ))}
    </dl>
  );
}
