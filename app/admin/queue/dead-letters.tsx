"use client";
// The dead letters: read, replayed and discarded, one by one, as chosen, a consumer's, or all.
import { MailCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, SectionHeading } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { NoticeLater } from "@/components/ui/notice-later";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { ConsumerState, DeadJob, DeadJobPage, DeadJobSelection } from "@/lib/operations/schema";
import type { Question } from "../ask-dialog";
import { usePages } from "../use-pages";
import { DeadJobRow } from "./dead-job-row";
import { useDeadJobActions } from "./use-dead-job-actions";
import type { useReplayed } from "./use-replayed";

/** `path` is the list's first page in the API, `initial` that page as the server read it. `onAsk` puts a question before a step of weight. */
export function DeadLetters({
  consumers,
  path,
  initial,
  replayed,
  onAsk,
  onChanged,
}: {
  consumers: ConsumerState[];
  path: string;
  initial: DeadJobPage;
  replayed: ReturnType<typeof useReplayed>;
  onAsk: (question: Question) => void;
  onChanged: () => void;
}) {
  const t = useTranslations("queue.dead");
  const errorText = useErrorText();
  const [consumer, setConsumer] = useState<string | null>(null);
  const shown = consumer === null ? path : `${path}&consumer=${encodeURIComponent(consumer)}`;
  const { rows: read, cursor, error, reload, loadMore } = usePages<DeadJob>(shown, initial);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const changed = async () => {
    await reload();
    onChanged();
  };
  const { hidden, replay, discard } = useDeadJobActions(replayed, changed);
  const rows = read.filter(({ id }) => !hidden.has(id));
  const chosen = rows.filter(({ id }) => selected.has(id));
  const withDead = consumers.filter(({ dead, name }) => dead > 0 || name === consumer);
  const count = withDead.reduce((sum, { dead, name }) => sum + (consumer && name !== consumer ? 0 : dead), 0);

  // A letter that died, or that another operator took, is seen by the figures that the page polls.
  const stamp = consumers.map(({ dead, died_at }) => `${dead} ${died_at}`).join();
  const seen = useRef(stamp);
  useEffect(() => {
    if (seen.current === stamp) return;
    seen.current = stamp;
    void reload();
  }, [stamp, reload]);

  const idsOf = (jobs: DeadJob[]): DeadJobSelection => ({ ids: jobs.map(({ id }) => id) });
  const everything: DeadJobSelection = consumer === null ? { all: true } : { consumer };
  const askReplay = () =>
    onAsk({
      title: t("ask.replay", { count }),
      follows: t("follows.replay"),
      label: t("replay"),
      danger: false,
      run: () => replay(everything, rows),
    });
  const askDiscard = (jobs: DeadJob[]) =>
    onAsk({
      title: t("ask.discard", { count: jobs.length }),
      follows: t("follows.discard"),
      label: t("discard"),
      danger: true,
      run: () => discard(idsOf(jobs)),
    });
  function replayChosen() {
    void replay(idsOf(chosen), chosen).catch(() => undefined); // said in a toast
    setSelected(new Set());
  }
  function select(id: string, on: boolean) {
    const next = new Set(selected);
    if (on) next.add(id);
    else next.delete(id);
    setSelected(next);
  }

  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <SectionHeading
        title={t("title")}
        hint={<span className="text-sm">{t("hint")}</span>}
        actions={
          rows.length > 0 && (
            <Button variant="secondary" size="sm" onClick={askReplay} data-testid="replay-all">
              {consumer === null ? t("replayAll", { count }) : t("replayOf", { consumer })}
            </Button>
          )
        }
      />
      {withDead.length > 1 && (
        // biome-ignore lint/a11y/useSemanticElements: a row of filters, not a fieldset
        <div role="group" aria-label={t("filter")} className="flex flex-wrap gap-2">
          <Chip pressed={consumer === null} onClick={() => setConsumer(null)}>
            {t("all")}
          </Chip>
          {withDead.map(({ name, dead }) => (
            <Chip key={name} pressed={consumer === name} onClick={() => setConsumer(name)}>
              {name} <span className="text-ink-3 tabular-nums">{dead}</span>
            </Chip>
          ))}
        </div>
      )}
      {error !== null && (
        <NoticeLater tone="warning" live>
          {errorText(error)}
        </NoticeLater>
      )}
      <Card as="div" flush data-testid="dead-jobs">
        {rows.length === 0 ? (
          <EmptyState icon={<MailCheck aria-hidden />} title={t("none")}>
            {t("noneHint")}
          </EmptyState>
        ) : (
          <>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface-2 px-4 py-2 text-sm">
              <label className="inline-flex min-h-control-sm items-center gap-3">
                <input
                  type="checkbox"
                  checked={chosen.length === rows.length}
                  onChange={(event) =>
                    setSelected(new Set(event.target.checked ? rows.map(({ id }) => id) : []))
                  }
                  className="size-5 accent-brand-ink"
                />
                {t("selectAll")}
              </label>
              <span className="text-ink-2">{t("selected", { count: chosen.length })}</span>
              {chosen.length > 0 && (
                <span className="flex flex-wrap gap-2 sm:ml-auto">
                  <Button size="sm" variant="secondary" onClick={replayChosen}>
                    {t("replaySelected")}
                  </Button>
                  <Button size="sm" variant="danger-quiet" onClick={() => askDiscard(chosen)}>
                    {t("discardSelected")}
                  </Button>
                </span>
              )}
            </div>
            <ul className="divide-y divide-line">
              {rows.map((job) => (
                <DeadJobRow
                  key={job.id}
                  job={job}
                  selected={selected.has(job.id)}
                  onSelect={(on) => select(job.id, on)}
                  onReplay={() => void replay(idsOf([job]), [job]).catch(() => undefined)}
                  onDiscard={() => askDiscard([job])}
                />
              ))}
            </ul>
          </>
        )}
      </Card>
      <LoadMore cursor={cursor} pending={loadMore.pending} onMore={() => void loadMore.run()} />
    </section>
  );
}
