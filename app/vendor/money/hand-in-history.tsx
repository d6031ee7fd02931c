"use client";
// Hand-ins of cash, the newest first: expected, counted, and what lies between.
import { useTranslations } from "next-intl";
import { Card, SectionHeading } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { LoadMore } from "@/components/ui/load-more";
import { Money } from "@/components/ui/money";
import type { HandIn } from "@/lib/settlement/schema";
import { DifferenceBadge } from "./difference-badge";

export function HandInHistory({
  items = [],
  cursor,
  loading,
  more,
}: {
  items?: HandIn[] | undefined;
  cursor: string | null;
  loading: boolean;
  more: () => Promise<void>;
}) {
  const t = useTranslations("vendor.money.cash");
  return (
    <section className="grid gap-3">
      <SectionHeading title={t("history")} hint={t("historyHint")} />
      {items.length === 0 ? (
        <p className="rounded-lg border border-dashed border-line px-4 py-8 text-center text-ink-3">
          {t("historyNone")}
        </p>
      ) : (
        <Card as="div" flush>
          <ul className="divide-y divide-line">
            {items.map((handIn) => (
              <li key={handIn.id} data-testid="hand-in" className="grid gap-1 px-4 py-3">
                <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
                  <span className="min-w-0 truncate font-semibold">{handIn.full_name}</span>
                  <span className="flex items-center gap-3">
                    <DifferenceBadge minor={handIn.difference_minor} />
                    <Money minor={handIn.counted_minor} className="font-semibold" />
                  </span>
                </div>
                <p className="flex flex-wrap gap-x-2 text-sm text-ink-3">
                  <Clock at={handIn.created_at} date />
                  <span>· {t("orders", { count: handIn.orders })} ·</span>
                  <span>
                    {t.rich("expectedWas", { amount: () => <Money minor={handIn.expected_minor} /> })}
                  </span>
                </p>
                {handIn.note && <p className="text-sm text-ink-2">“{handIn.note}”</p>}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <LoadMore cursor={cursor} pending={loading} onMore={() => void more()} />
    </section>
  );
}
