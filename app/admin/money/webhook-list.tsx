"use client";
// What payment providers sent, in one state: what nobody could place, and what was not believed.
import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { ProviderEventRow } from "@/lib/payments/schema";
import { usePages } from "../use-pages";
import { StateLinks } from "./state-links";

/** `path` is the list's first page in the API, `initial` that page as the server read it. */
export function WebhookList({
  state,
  states,
  path,
  initial,
}: {
  state: ProviderEventRow["state"];
  states: readonly ProviderEventRow["state"][];
  path: string;
  initial: { data: ProviderEventRow[]; next_cursor: string | null };
}) {
  const t = useTranslations("admin.money.webhooks");
  const errorText = useErrorText();
  const { rows, cursor, error, loadMore } = usePages<ProviderEventRow>(path, initial);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <StateLinks
        section="webhooks"
        current={state}
        states={states.map((name) => ({ state: name, label: t(`state.${name}`) }))}
      />
      <p className="text-sm text-ink-2">{t(`explain.${state}`)}</p>
      {error !== null && (
        <Notice tone="warning" live>
          {errorText(error)}
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState icon={<Inbox aria-hidden />} title={t("none")} />
      ) : (
        <Card as="div" flush>
          <ul className="divide-y divide-line">
            {rows.map((event) => (
              <li
                key={event.id}
                data-testid="webhook"
                className="grid gap-x-4 gap-y-0.5 px-4 py-2.5 text-sm md:grid-cols-[8rem_minmax(0,1fr)_minmax(0,1.4fr)_auto] md:items-baseline"
              >
                <span className="font-semibold">{event.provider}</span>
                <span className="min-w-0 break-words">{event.type ?? t("noType")}</span>
                <span className="min-w-0 font-mono text-xs break-all text-ink-2">
                  {event.provider_event_id ?? t("noId")}
                  {event.error && <span className="block text-danger">{event.error}</span>}
                </span>
                <Clock at={event.received_at} date className="text-ink-3" />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <LoadMore cursor={cursor} pending={loadMore.pending} onMore={() => void loadMore.run()} />
    </div>
  );
}
