"use client";
// One dead letter: who gave up on what, when and why; opened, all there is to know about it.
import { RotateCcw, Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Clock, TimeAgo } from "@/components/ui/clock";
import type { DeadJob } from "@/lib/operations/schema";
import { useEventName } from "./use-words";

export function DeadJobRow({
  job,
  selected,
  onSelect,
  onReplay,
  onDiscard,
}: {
  job: DeadJob;
  selected: boolean;
  onSelect: (selected: boolean) => void;
  onReplay: () => void;
  onDiscard: () => void;
}) {
  const t = useTranslations("queue.dead");
  const eventName = useEventName();
  const type = eventName(job.event.type);
  return (
    <li
      data-testid="dead-job"
      data-consumer={job.consumer}
      data-event-id={job.event.id}
      className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 px-4 py-3 text-sm xl:grid-cols-[auto_19rem_minmax(0,1fr)_auto] xl:items-start"
    >
      <label className="-m-2 grid min-h-11 min-w-11 place-items-center xl:min-h-9 xl:min-w-9">
        <input
          type="checkbox"
          checked={selected}
          onChange={(event) => onSelect(event.target.checked)}
          aria-label={t("select", { type, consumer: job.consumer })}
          className="size-5 accent-brand-ink"
        />
      </label>
      <div className="min-w-0">
        <p className="font-semibold">{type}</p>
        <p className="text-ink-3">
          {job.consumer} · <TimeAgo at={job.died_at} /> · {t("attempts", { count: job.attempts })}
        </p>
      </div>
      <p
        data-testid="dead-reason"
        className="line-clamp-3 min-w-0 font-mono text-xs break-words text-danger max-xl:col-start-2 xl:pt-0.5"
      >
        {job.last_error ?? t("noReason")}
      </p>
      <div className="flex flex-wrap gap-2 max-xl:col-start-2">
        <Button
          size="sm"
          variant="secondary"
          icon={<RotateCcw aria-hidden className="size-4" />}
          onClick={onReplay}
          data-testid="replay"
        >
          {t("replay")}
        </Button>
        <Button
          size="sm"
          variant="danger-quiet"
          icon={<Trash2 aria-hidden className="size-4" />}
          onClick={onDiscard}
        >
          {t("discard")}
        </Button>
      </div>
      <details className="col-span-full max-xl:col-start-2 xl:col-start-2">
        <summary className="inline-flex min-h-control-sm items-center font-medium text-brand-ink hover:underline">
          {t("details")}
        </summary>
        <DeadJobDetails job={job} />
      </details>
    </li>
  );
}

function DeadJobDetails({ job: { event, failures } }: { job: DeadJob }) {
  const t = useTranslations("queue.dead");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 py-2 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="grid content-start gap-3">
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
          <Fact name={t("event")}>
            {event.type} · {event.id}
          </Fact>
          <Fact name={t("happened")}>
            <Clock at={event.at} date />
          </Fact>
          <Fact name={t("stream")}>
            {event.stream_type === "order" ? (
              <Link
                href={`/admin/orders/${event.stream_id}`}
                prefetch={false}
                className="text-brand-ink hover:underline"
              >
                {event.stream_type} {event.stream_id}
              </Link>
            ) : (
              `${event.stream_type} ${event.stream_id}`
            )}
          </Fact>
          <Fact name={t("request")}>{event.request_id ?? t("noRequest")}</Fact>
        </dl>
        <div>
          <h4 className="mb-1 font-semibold">{t("failures")}</h4>
          <ol className="grid gap-1.5">
            {failures.map(({ at, error }) => (
              <li key={at} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
                <Clock at={at} date className="text-ink-3" />
                <span className="font-mono text-xs leading-5 break-words">{error}</span>
              </li>
            ))}
          </ol>
        </div>
      </div>
      <div className="min-w-0">
        <h4 className="mb-1 font-semibold">{t("payload")}</h4>
        <pre
          data-testid="payload"
          className="max-h-80 overflow-auto rounded-md bg-surface-2 p-3 font-mono text-xs"
        >
          {JSON.stringify(event.data, null, 2)}
        </pre>
      </div>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0 break-all">{children}</dd>
    </>
  );
}
