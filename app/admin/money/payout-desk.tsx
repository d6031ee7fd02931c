"use client";
// Payouts to vendors, the newest first, and making one.
import { Landmark, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Payout } from "@/lib/settlement/schema";
import { usePages } from "../use-pages";

const PayoutSheet = lazySheet(() => import("./payout-sheet").then((module) => module.PayoutSheet));

const COLUMNS = "lg:grid-cols-[7rem_minmax(0,1fr)_repeat(4,8rem)]";
const SUMS = ["commission", "payment_cost", "refunded"] as const;

/** `path` is the list's first page in the API, `initial` that page as the server read it. */
export function PayoutDesk({
  path,
  initial,
}: {
  path: string;
  initial: { data: Payout[]; next_cursor: string | null };
}) {
  const t = useTranslations("admin.money.payouts");
  const errorText = useErrorText();
  const { rows, cursor, error, reload, loadMore } = usePages<Payout>(path, initial);
  const [making, setMaking] = useState(false);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0 flex-1 basis-60 text-sm text-ink-2">{t("hint")}</p>
        <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => setMaking(true)}>
          {t("make")}
        </Button>
      </div>
      {error !== null && (
        <Notice tone="warning" live>
          {errorText(error)}
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState icon={<Landmark aria-hidden />} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <Card as="div" flush>
          <ul className="divide-y divide-line">
            {rows.map((payout) => (
              <PayoutRow key={payout.id} payout={payout} />
            ))}
          </ul>
        </Card>
      )}
      <LoadMore cursor={cursor} pending={loadMore.pending} onMore={() => void loadMore.run()} />
      <PayoutSheet open={making} onClose={() => setMaking(false)} onDone={() => void reload()} />
    </div>
  );
}

function PayoutRow({ payout }: { payout: Payout }) {
  const t = useTranslations("admin.money.payouts");
  return (
    <li
      data-testid="payout"
      className={`grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-3 text-sm ${COLUMNS}`}
    >
      <span className="text-base font-semibold tabular-nums lg:text-sm">#{payout.number}</span>
      <span className="order-last col-span-2 min-w-0 lg:order-none lg:col-span-1">
        <span className="block truncate font-medium">{payout.vendor.name}</span>
        <span className="text-ink-3">
          <Clock at={payout.created_at} date /> · {t("orders", { count: payout.orders })}
        </span>
      </span>
      {SUMS.map((name) => (
        <span key={name} className="hidden text-right lg:grid">
          <span className="text-ink-3">{t(`sums.${name}`)}</span>
          <Money minor={payout[`${name}_minor`]} zero="–" />
        </span>
      ))}
      <Money minor={payout.amount_minor} className="text-right text-base font-bold" />
    </li>
  );
}
