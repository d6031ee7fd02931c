// The period's figures, the money first.
import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import type { VendorStats } from "@/lib/orders/schema";

export function Figures({ stats }: { stats: VendorStats }) {
  const t = useTranslations("vendor");
  const figures = [
    {
      label: t("figures.revenue"),
      value: <Money minor={stats.revenue_minor} />,
      hint: t("insights.revenueHint"),
    },
    { label: t("figures.average"), value: <Money minor={stats.average_order_minor} /> },
    { label: t("figures.orders"), value: stats.orders },
    { label: t("figures.delivered"), value: stats.delivered },
    { label: t("figures.rejected"), value: stats.rejected },
    { label: t("figures.canceled"), value: stats.canceled },
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6">
      {figures.map(({ label, value, hint }) => (
        <div
          key={label}
          className="grid content-start rounded-lg border border-line bg-surface px-4 py-3 shadow-card"
        >
          <dt className="text-sm text-ink-3">{label}</dt>
          <dd className="font-display text-xl font-bold tabular-nums">{value}</dd>
          {hint && <dd className="text-xs text-ink-3">{hint}</dd>}
        </div>
      ))}
    </dl>
  );
}
