"use client";
// What became of what was replayed here: done, or why not.
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, SectionHeading } from "@/components/ui/card";
import { Scroller } from "@/components/ui/scroller";
import type { Replayed } from "./use-replayed";
import { useEventName } from "./use-words";

const TONES: Record<Replayed["state"], Tone> = {
  sent: "neutral",
  ready: "info",
  running: "info",
  retrying: "warning",
  done: "success",
  dead: "danger",
  gone: "neutral",
};
const UNDER_WAY: ReadonlySet<Replayed["state"]> = new Set(["sent", "ready", "running", "retrying"]);

export function ReplayedList({ rows, onClear }: { rows: Replayed[]; onClear: () => void }) {
  const t = useTranslations("queue.replayed");
  const eventName = useEventName();
  return (
    <Card className="grid gap-3">
      <SectionHeading
        title={t("title")}
        level={3}
        hint={<span className="text-sm">{t("hint")}</span>}
        actions={
          <Button size="sm" variant="ghost" onClick={onClear}>
            {t("clear")}
          </Button>
        }
      />
      <Scroller label={t("title")} className="max-h-72">
        <ul aria-live="polite" className="grid divide-y divide-line text-sm">
          {rows.map(({ job, state, error }) => (
            <li
              key={`${job.consumer} ${job.event.id}`}
              data-testid="replayed"
              data-event-id={job.event.id}
              data-state={state}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2"
            >
              <Badge tone={TONES[state]} dot pulse={UNDER_WAY.has(state)}>
                {t(`state.${state}`)}
              </Badge>
              <span className="font-medium">{eventName(job.event.type)}</span>
              <span className="text-ink-3">{job.consumer}</span>
              {error && <span className="w-full font-mono text-xs break-words text-danger">{error}</span>}
            </li>
          ))}
        </ul>
      </Scroller>
    </Card>
  );
}
