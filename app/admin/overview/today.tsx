// The day in figures, İstanbul's day.
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import type { Overview } from "@/lib/desk/schema";

/** What has happened since midnight. */
export function Today({ today }: { today: Overview["today"] }) {
  const t = useTranslations("desk.overview.today");
  const locale = useLocale();
  const figures: [string, ReactNode][] = [
    [t("orders"), today.orders.toLocaleString(locale)],
    [t("active"), today.active.toLocaleString(locale)],
    [t("delivered"), today.delivered.toLocaleString(locale)],
    [t("ended"), today.ended.toLocaleString(locale)],
    [t("couriers"), today.couriers_online.toLocaleString(locale)],
    [t("revenue"), <Money key="revenue" minor={today.revenue_minor} />],
    [t("refunded"), <Money key="refunded" minor={today.refunded_minor} />],
  ];
  return (
    <section aria-labelledby="today" className="grid gap-2">
      <h2 id="today" className="text-xl">
        {t("title")}
      </h2>
      <Card as="div">
        {/* On a phone two stand side by side, and one that is too long for that alone. */}
        <dl className="flex flex-wrap gap-x-4 gap-y-5 sm:grid sm:grid-cols-[repeat(4,auto)] xl:grid-cols-[repeat(7,auto)]">
          {figures.map(([label, value]) => (
            <div key={label} className="max-sm:min-w-[calc(50%-0.5rem)]">
              <dt className="text-sm text-ink-2">{label}</dt>
              <dd className="font-display text-2xl font-bold tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </section>
  );
}
