"use client";
// What the courier has earned: today and this week. Read again when a task ends and when the courier comes back to the page.
import { useLocale, useTranslations } from "next-intl";
import { useEffect } from "react";
import { Money } from "@/components/ui/money";
import { usePageVisible } from "@/lib/browser/use-page-visible";
import { useResource } from "@/lib/browser/use-resource";
import type { Earnings } from "@/lib/couriers/schema";
import { formatDistance } from "@/lib/format/distance";
import { useDesk } from "./desk";

/** `initial` is what the server read. */
export function EarningsCard({ initial }: { initial: Earnings }) {
  const t = useTranslations("courier.earnings");
  const locale = useLocale();
  const { data = initial, reload } = useResource<Earnings>("/api/courier/earnings", initial);
  const tasks = useDesk().tasks.length;
  const visible = usePageVisible();
  // biome-ignore lint/correctness/useExhaustiveDependencies: fewer tasks are a reason to read again
  useEffect(() => {
    if (visible) void reload();
  }, [tasks, visible, reload]);

  return (
    <section
      aria-label={t("title")}
      data-testid="earnings"
      data-today={data.today.deliveries}
      className="grid grid-cols-2 divide-x divide-line rounded-lg border border-line bg-surface py-3 shadow-card"
    >
      {(["today", "week"] as const).map((span) => (
        <div key={span} className="min-w-0 px-4">
          <h2 className="font-sans text-sm font-normal text-ink-2">{t(span)}</h2>
          <p className="font-display text-xl font-bold">
            {t("deliveries", { count: data[span].deliveries })}
          </p>
          <p className="text-sm text-ink-2">
            {t.rich("tips", {
              amount: () => <Money minor={data[span].tips_minor} className="font-semibold text-ink" />,
            })}
          </p>
          <p className="text-sm text-ink-2">
            {t("distance", { distance: formatDistance(data[span].distance_m, locale) })}
          </p>
        </div>
      ))}
    </section>
  );
}
