"use client";
// Today in four numbers above the board, read again when an order comes, ends or changes state.
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Money } from "@/components/ui/money";
import { useResource } from "@/lib/browser/use-resource";
import type { Order, VendorStats } from "@/lib/orders/schema";

const SETTLE_MS = 1_500; // several orders often change together: one read for all
const AT_LEAST_EVERY_MS = 5 * 60_000; // midnight passes without an order

export function FiguresStrip({ initial, changed }: { initial: VendorStats; changed: Order[] }) {
  const t = useTranslations("vendor.figures");
  const { data = initial, reload } = useResource("/api/vendor/stats?period=today", initial);
  const mark = changed.map(({ id, status }) => id + status).join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: `mark` is the reason to read again
  useEffect(() => {
    const timer = setTimeout(() => void reload(), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [mark, reload]);
  useEffect(() => {
    const timer = setInterval(() => void reload(), AT_LEAST_EVERY_MS);
    return () => clearInterval(timer);
  }, [reload]);

  const figures = [
    { label: t("orders"), value: data.orders },
    { label: t("revenue"), value: <Money minor={data.revenue_minor} /> },
    { label: t("average"), value: <Money minor={data.average_order_minor} /> },
    { label: t("rejected"), value: data.rejected },
  ];
  return (
    <section aria-label={t("label")}>
      {/* On a phone figures that are too long for one line take two: money is never cut off. */}
      <dl className="flex flex-wrap overflow-hidden rounded-lg border border-line bg-surface shadow-card sm:grid sm:grid-cols-4">
        {figures.map(({ label, value }) => (
          <div
            key={label}
            className="-mt-px -ml-px grid flex-auto content-start border-t border-l border-line px-2.5 py-2 sm:px-4 sm:py-2.5"
          >
            <dt className="text-xs whitespace-nowrap text-ink-3 sm:text-sm">{label}</dt>
            <dd className="font-display text-[0.9375rem] font-bold tabular-nums sm:text-xl">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
