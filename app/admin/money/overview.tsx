"use client";
// The books at a glance, read again while they are looked at: what needs somebody, the trial balance, what the sweeper found.
import { useTranslations } from "next-intl";
import { ConnectionState } from "@/components/live/connection-state";
import { NoticeLater } from "@/components/ui/notice-later";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import { useLive } from "@/lib/live/use-live";
import type { MoneyOverview } from "@/lib/payments/schema";
import { Concerns } from "./concerns";
import { Findings } from "./findings";
import { TrialBalance } from "./trial-balance";

/** `initial` is what the server read. */
export function Overview({ initial }: { initial: MoneyOverview }) {
  const t = useTranslations("admin.money");
  const errorText = useErrorText();
  const { data = initial, error, reload } = useResource<MoneyOverview>("/api/admin/money", initial);
  const { state } = useLive({ topics: [], reread: reload });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {error !== null && (
        <NoticeLater tone="warning" live>
          {errorText(error)}
        </NoticeLater>
      )}
      <Concerns overview={data} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <TrialBalance lines={data.trial_balance} sum={data.sum_minor} />
        <Findings findings={data.findings} />
      </div>
      <p className="flex items-center justify-end gap-2 text-sm text-ink-3">
        {t("fresh")} <ConnectionState state={state} />
      </p>
    </div>
  );
}
