"use client";
// The four figures that say whether an operator may go back to sleep.
import { CircleCheck, CircleHelp, OctagonAlert, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { QueueState } from "@/lib/operations/schema";
import { deadIn, type Health, healthOf, oldestIn, waitingIn } from "./health";
import { useDuration } from "./use-words";

const LOOKS = {
  ok: { border: "border-line", ink: "text-success", Icon: CircleCheck },
  warning: { border: "border-warning", ink: "text-warning", Icon: TriangleAlert },
  danger: { border: "border-danger", ink: "text-danger", Icon: OctagonAlert },
  unknown: { border: "border-line", ink: "text-ink-3", Icon: CircleHelp },
} as const;

export function Figures({ queue, lost }: { queue: QueueState; lost: boolean }) {
  const t = useTranslations("queue.figure");
  const duration = useDuration();
  const health = healthOf(queue, lost);
  const { due, retrying } = waitingIn(queue);
  const oldest = oldestIn(queue);
  const { p50, p95 } = queue.latency_ms;
  const dead = deadIn(queue);
  const inWords = health.oldest === "unknown" ? "ok" : health.oldest;
  return (
    <dl className="grid grid-cols-2 gap-3 xl:grid-cols-4">
      <Figure
        name="waiting"
        health={health.waiting}
        value={due + retrying}
        hint={t("waitingHint", { ready: due, retrying })}
      />
      <Figure
        name="oldest"
        health={health.oldest}
        value={oldest > 0 ? duration(oldest) : t("oldestNone")}
        hint={health.oldest === "unknown" ? null : t(`oldestHint.${inWords}`)}
      />
      <Figure
        name="latency"
        health={health.latency}
        value={
          p50 === null || p95 === null
            ? t("latencyNone")
            : t("latencyValue", { p50: duration(p50 / 1_000), p95: duration(p95 / 1_000) })
        }
        hint={p95 === null ? t("latencyNoneHint") : t("latencyHint")}
      />
      <Figure
        name="dead"
        health={health.dead}
        value={dead}
        hint={health.dead === "unknown" ? null : t(dead > 0 ? "deadHint.danger" : "deadHint.ok")}
      />
    </dl>
  );
}

function Figure({
  name,
  health,
  value,
  hint,
}: {
  name: "waiting" | "oldest" | "latency" | "dead";
  health: Health;
  value: string | number;
  hint: string | null;
}) {
  const t = useTranslations("queue.figure");
  const { border, ink, Icon } = LOOKS[health];
  return (
    <div
      data-testid={`figure-${name}`}
      data-health={health}
      data-value={value}
      className={cx("grid content-start rounded-lg border bg-surface px-4 py-3 shadow-card", border)}
    >
      <dt className="text-sm text-ink-2">{t(name)}</dt>
      <dd className="font-display text-xl font-bold tabular-nums sm:text-2xl">{value}</dd>
      <dd className={cx("mt-0.5 flex items-center gap-1.5 text-sm font-medium", ink)}>
        <Icon aria-hidden className="size-4 shrink-0" />
        {t(`state.${health}`)}
      </dd>
      {hint && <dd className="text-xs text-ink-3">{hint}</dd>}
    </div>
  );
}
