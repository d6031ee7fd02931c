"use client";
// The vendor's payouts, the newest first; each opens its statement.
import { ChevronRight, Landmark } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { Money } from "@/components/ui/money";
import { NoticeLater } from "@/components/ui/notice-later";
import { useErrorText } from "@/lib/browser/use-error-text";
import { usePages } from "@/lib/browser/use-pages";
import type { Payout } from "@/lib/settlement/schema";

/** `initial` is the first page, `pageSize` its size. */
export function PayoutList({
  pageSize,
  initial,
}: {
  pageSize: number;
  initial: { data: Payout[]; next_cursor: string | null };
}) {
  const t = useTranslations("vendor.money.payouts");
  const errorText = useErrorText();
  const {
    items = [],
    cursor,
    error,
    loading,
    more,
  } = usePages<Payout>(`/api/vendor/payouts?limit=${pageSize}`, initial);
  if (items.length === 0) {
    return (
      <EmptyState icon={<Landmark aria-hidden />} title={t("none")}>
        {t("noneHint")}
      </EmptyState>
    );
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {error !== null && (
        <NoticeLater tone="warning" live>
          {errorText(error)}
        </NoticeLater>
      )}
      <Card as="div" flush>
        <ul className="divide-y divide-line">
          {items.map((payout) => (
            <li key={payout.id}>
              <Link
                href={`/vendor/money/payouts/${payout.id}`}
                data-testid="payout"
                className="flex min-h-14 items-center gap-3 px-4 py-2.5 hover:bg-surface-2 focus-visible:-outline-offset-2"
              >
                <span className="grid min-w-0 flex-1">
                  <span className="font-semibold tabular-nums">{t("number", { number: payout.number })}</span>
                  <span className="text-sm text-ink-3">
                    <Clock at={payout.created_at} date /> · {t("orders", { count: payout.orders })}
                  </span>
                </span>
                <Money minor={payout.amount_minor} className="font-semibold" />
                <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3" />
              </Link>
            </li>
          ))}
        </ul>
      </Card>
      <LoadMore cursor={cursor} pending={loading} onMore={() => void more()} />
    </div>
  );
}
