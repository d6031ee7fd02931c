"use client";
// The cash a courier carries for the vendor, and the orders it came from. Read again when a task ends and when the courier comes back
// to the page: the vendor may have taken the cash in meanwhile.
import { Banknote, ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Clock } from "@/components/ui/clock";
import { Money } from "@/components/ui/money";
import { usePageVisible } from "@/lib/browser/use-page-visible";
import { useResource } from "@/lib/browser/use-resource";
import type { MyCash } from "@/lib/settlement/schema";
import { useDesk } from "./desk";

/** `initial` is what the server read. */
export function CashCard({ initial }: { initial: MyCash }) {
  const t = useTranslations("courier.cash");
  const { data = initial, reload } = useResource<MyCash>("/api/courier/cash", initial);
  const tasks = useDesk().tasks.length;
  const visible = usePageVisible();
  // biome-ignore lint/correctness/useExhaustiveDependencies: fewer tasks are a reason to read again
  useEffect(() => {
    if (visible) void reload();
  }, [tasks, visible, reload]);

  if (data.collected.length === 0) {
    return (
      <p
        data-testid="courier-cash"
        data-minor={0}
        className="flex items-center gap-2 px-1 text-sm text-ink-2"
      >
        <Banknote aria-hidden className="size-4" />
        {t("none")}
      </p>
    );
  }
  return (
    <details
      data-testid="courier-cash"
      data-minor={data.cash_minor}
      className="group rounded-lg border border-line bg-surface shadow-card"
    >
      <summary className="flex min-h-16 items-center gap-3 rounded-lg px-4 py-3 [&::-webkit-details-marker]:hidden">
        <span className="grid size-11 shrink-0 place-items-center rounded-full bg-warning-soft text-warning">
          <Banknote aria-hidden className="size-6" />
        </span>
        <span className="grid min-w-0 flex-1">
          <span className="text-sm text-ink-2">{t("title", { count: data.collected.length })}</span>
          <Money minor={data.cash_minor} className="font-display text-xl font-bold" />
        </span>
        <ChevronDown
          aria-hidden
          className="size-5 shrink-0 text-ink-3 transition-transform group-open:rotate-180"
        />
      </summary>
      <ul className="divide-y divide-line border-t border-line px-4">
        {data.collected.map((order) => (
          <li key={order.order_id} className="flex items-baseline gap-3 py-2.5">
            <span className="font-semibold tabular-nums">#{order.order_number}</span>
            <Clock at={order.at} date className="text-sm text-ink-2" />
            <Money minor={order.amount_minor} className="ml-auto font-medium" />
          </li>
        ))}
      </ul>
      <p className="border-t border-line px-4 py-3 text-sm text-ink-2">{t("hint")}</p>
    </details>
  );
}
