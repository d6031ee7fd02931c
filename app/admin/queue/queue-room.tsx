"use client";
// The queue page, kept right while it is looked at: figures, the last hour, consumers, dead letters, scheduled jobs.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet, useAtHand } from "@/components/lazy-sheet";
import { Badge } from "@/components/ui/badge";
import { Card, SectionHeading } from "@/components/ui/card";
import { Clock, TimeAgo } from "@/components/ui/clock";
import { loadNotice, NoticeLater } from "@/components/ui/notice-later";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useResource } from "@/lib/browser/use-resource";
import type { ConsumerState, DeadJobPage, PausedConsumer, QueueState } from "@/lib/operations/schema";
import type { Projection } from "@/lib/projections/schema";
import type { Question } from "../ask-dialog";
import { Figures } from "./figures";
import {
  ConsumerTable,
  DeadLetters,
  FailureList,
  MinuteChart,
  ProjectionTable,
  ReplayedList,
  ScheduleTable,
} from "./panels";
import { useQueue } from "./use-queue";
import { useReplayed } from "./use-replayed";

const AskDialog = lazySheet(() => import("../ask-dialog").then((module) => module.AskDialog));

/** `initial`, `deadJobs` and `projections` are what the server read; `deadJobsPath` is where more dead letters are. */
export function QueueRoom({
  initial,
  deadJobs,
  deadJobsPath,
  projections,
}: {
  initial: QueueState;
  deadJobs: DeadJobPage;
  deadJobsPath: string;
  projections: { data: Projection[] };
}) {
  const t = useTranslations("queue");
  const toast = useToast();
  const replayed = useReplayed();
  useAtHand(loadNotice);
  const counted = useResource<{ data: Projection[] }>("/api/admin/projections", projections);
  const { queue, at, lost, ask } = useQueue(initial, async () => {
    await Promise.all([replayed.follow(), counted.reload()]);
  });
  const [question, setQuestion] = useState<Question | null>(null);
  const [asking, setAsking] = useState(false);
  function put(next: Question) {
    setQuestion(next);
    setAsking(true);
  }
  function askPause({ name, paused_at }: ConsumerState) {
    const action = paused_at === null ? "pause" : "resume";
    put({
      title: t(`consumers.ask.${action}`, { name }),
      follows: t(`consumers.follows.${action}`),
      label: t(`consumers.${action}`),
      danger: action === "pause",
      run: async () => {
        const path = `/api/admin/queue/consumers/${encodeURIComponent(name)}`;
        await api.patch<PausedConsumer>(path, { paused: action === "pause" });
        toast({ title: t(`consumers.did.${action}`), tone: action === "pause" ? "neutral" : "success" });
        await ask();
      },
    });
  }
  function askRebuild({ name }: Projection) {
    put({
      title: t("projections.ask", { name: t(`projections.known.${name}`) }),
      follows: t("projections.follows"),
      label: t("projections.rebuild"),
      danger: false,
      run: async () => {
        await api.post<Projection>(`/api/admin/projections/${name}/rebuild`);
        toast({ title: t("projections.did"), tone: "success" });
        await counted.reload();
      },
    });
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <SectionHeading
        level={1}
        title={t("title")}
        hint={t("hint")}
        actions={
          <span className="flex items-center gap-2 text-sm text-ink-3" data-testid="heard" data-lost={lost}>
            <span>{t.rich("fresh.heard", { time: () => <TimeAgo at={at} precise /> })}</span>
            <span role="status">
              <Badge tone={lost ? "danger" : "success"} dot pulse={!lost}>
                {t(lost ? "fresh.lost" : "fresh.live")}
              </Badge>
            </span>
          </span>
        }
      />
      {lost && (
        <NoticeLater tone="warning" live>
          {t.rich("fresh.stale", { time: () => <Clock at={at} /> })}
        </NoticeLater>
      )}
      {queue.driver === "rabbitmq" && <NoticeLater>{t("broker")}</NoticeLater>}
      <Figures queue={queue} lost={lost} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card className="grid gap-3">
          <SectionHeading
            title={t("chart.title")}
            hint={<span className="text-sm">{t("chart.hint")}</span>}
          />
          <MinuteChart minutes={queue.minutes} />
        </Card>
        <Card className="grid gap-3">
          <SectionHeading
            title={t("failures.title")}
            hint={<span className="text-sm">{t("failures.hint")}</span>}
          />
          <FailureList failures={queue.failures} />
        </Card>
      </div>
      <SectionHeading
        title={t("consumers.title")}
        hint={<span className="text-sm">{t("consumers.hint")}</span>}
      />
      <Card as="div" flush className="-mt-2">
        <ConsumerTable consumers={queue.consumers} onAsk={askPause} />
      </Card>
      {replayed.rows.length > 0 && <ReplayedList rows={replayed.rows} onClear={replayed.clear} />}
      <DeadLetters
        consumers={queue.consumers}
        path={deadJobsPath}
        initial={deadJobs}
        replayed={replayed}
        onAsk={put}
        onChanged={() => void ask()}
      />
      <SectionHeading
        title={t("schedule.title")}
        hint={<span className="text-sm">{t("schedule.hint")}</span>}
      />
      <Card as="div" flush className="-mt-2">
        <ScheduleTable jobs={queue.schedule} />
      </Card>
      <SectionHeading
        title={t("projections.title")}
        hint={<span className="text-sm">{t("projections.hint")}</span>}
      />
      <Card as="div" flush className="-mt-2">
        <ProjectionTable projections={(counted.data ?? projections).data} onAsk={askRebuild} />
      </Card>
      <AskDialog open={asking} question={question} onClose={() => setAsking(false)} />
    </div>
  );
}
