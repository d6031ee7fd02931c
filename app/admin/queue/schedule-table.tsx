"use client";
// What the clock asks for: whether each job still runs, and how late it is.
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { TimeAgo } from "@/components/ui/clock";
import type { ScheduledJob } from "@/lib/operations/schema";
import { Cell, Head, Table } from "./cells";
import { scheduleHealth } from "./health";
import { useDuration } from "./use-words";

const TONES: Record<ReturnType<typeof scheduleHealth>, Tone> = {
  ok: "success",
  late: "warning",
  failed: "danger",
  never: "neutral",
};

export function ScheduleTable({ jobs }: { jobs: ScheduledJob[] }) {
  const t = useTranslations("queue.schedule");
  return (
    <Table
      title={t("title")}
      heads={
        <>
          <Head>{t("name")}</Head>
          <Head wide>{t("every")}</Head>
          <Head wide>{t("started")}</Head>
          <Head>{t("finished")}</Head>
          <Head wide>{t("lag")}</Head>
        </>
      }
    >
      {jobs.map((job) => (
        <ScheduleRow key={job.name} job={job} />
      ))}
    </Table>
  );
}

function ScheduleRow({ job }: { job: ScheduledJob }) {
  const t = useTranslations("queue.schedule");
  const duration = useDuration();
  const health = scheduleHealth(job);
  const known = job.name as "outbox";
  const ago = (at: string | null) => (at === null ? t("never") : <TimeAgo at={at} precise />);
  return (
    <tr data-testid="scheduled-job" data-name={job.name} data-health={health}>
      <th scope="row" className="px-4 py-2.5 font-normal">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold">{t.has(`known.${known}`) ? t(`known.${known}`) : job.name}</span>
          <Badge tone={TONES[health]}>{t(`state.${health}`)}</Badge>
        </span>
        <span className="block font-mono text-xs text-ink-3">{job.name}</span>
        {job.last_error !== null && (
          <span className="block font-mono text-xs break-words text-danger">
            <span className="sr-only">{t("error")}: </span>
            {job.last_error}
          </span>
        )}
      </th>
      <Cell wide>{duration(job.every_seconds)}</Cell>
      <Cell wide>{ago(job.last_started_at)}</Cell>
      <Cell>{ago(job.last_finished_at)}</Cell>
      <Cell wide>
        {job.lag_seconds === null ? "–" : job.lag_seconds > 0 ? duration(job.lag_seconds) : t("onTime")}
      </Cell>
    </tr>
  );
}
