"use client";
// Events a minute: done above the line, failed tries below it. An SVG for the eye, a table for everyone else.
import { useLocale, useTranslations } from "next-intl";
import { numberFormat } from "@/lib/format/number";
import { formatClock } from "@/lib/format/time";
import type { QueueState } from "@/lib/operations/schema";

type Minute = QueueState["minutes"][number];

const BAR = 0.72; // of a minute's width
const LEAST = 1.5; // a single failure among thousands must be seen
const MARKS = [0, 15, 30, 45, 59];

export function MinuteChart({ minutes }: { minutes: Minute[] }) {
  const t = useTranslations("queue.chart");
  const locale = useLocale();
  const number = numberFormat(locale);
  const busy = minutes.filter(({ done, failed }) => done + failed > 0);
  const mostDone = Math.max(0, ...minutes.map(({ done }) => done));
  const mostFailed = Math.max(0, ...minutes.map(({ failed }) => failed));
  const scale = 100 / Math.max(1, mostDone + mostFailed);
  const line = busy.length === 0 ? 100 : mostDone * scale;
  const height = (count: number) => (count === 0 ? 0 : Math.max(LEAST, count * scale));
  const words = ({ at, done, failed }: Minute) => t("bar", { time: formatClock(at, locale), done, failed });
  const total = (of: "done" | "failed") => minutes.reduce((sum, minute) => sum + minute[of], 0);
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-2">
        <span>
          {busy.length === 0 ? t("none") : t("total", { done: total("done"), failed: total("failed") })}
        </span>
        <span aria-hidden className="ml-auto flex gap-4">
          <span className="inline-flex items-center gap-1.5">
            <span className="size-2.5 rounded-xs bg-success" /> {t("done")}
          </span>
          <span className="inline-flex items-center gap-1.5">
            <span className="size-2.5 rounded-xs bg-danger" /> {t("failed")}
          </span>
        </span>
      </p>
      <div aria-hidden className="relative">
        {mostDone > 0 && (
          <span className="absolute top-0 left-0 text-xs text-ink-3 tabular-nums">
            {t("most", { count: number.format(mostDone) })}
          </span>
        )}
        <svg
          viewBox={`0 0 ${minutes.length} 100`}
          preserveAspectRatio="none"
          aria-hidden="true"
          className="h-40 w-full pt-5"
        >
          {minutes.map((minute, place) => (
            <g key={minute.at}>
              <title>{words(minute)}</title>
              <rect x={place} y={0} width={1} height={100} className="fill-transparent" />
              <rect
                x={place + (1 - BAR) / 2}
                y={line - height(minute.done)}
                width={BAR}
                height={height(minute.done)}
                className="fill-success"
              />
              <rect
                x={place + (1 - BAR) / 2}
                y={line}
                width={BAR}
                height={height(minute.failed)}
                className="fill-danger"
              />
            </g>
          ))}
          <line
            x1={0}
            x2={minutes.length}
            y1={line}
            y2={line}
            vectorEffect="non-scaling-stroke"
            className="stroke-line-control"
            strokeWidth={1}
          />
        </svg>
        <div className="flex justify-between text-xs text-ink-3 tabular-nums">
          {MARKS.map((place) => (
            <span key={place}>{formatClock(minutes[place]?.at ?? "", locale)}</span>
          ))}
        </div>
      </div>
      <table className="sr-only">
        <caption>{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("minute")}</th>
            <th scope="col">{t("done")}</th>
            <th scope="col">{t("failed")}</th>
          </tr>
        </thead>
        <tbody>
          {busy.map(({ at, done, failed }) => (
            <tr key={at}>
              <th scope="row">{formatClock(at, locale)}</th>
              <td>{done}</td>
              <td>{failed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
