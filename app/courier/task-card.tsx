"use client";
// One task at a glance: whose, where to, how far, how much to take at the door. The whole card opens it.
import { ChevronRight, Clock3, House, Package, Route, Store } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Clock } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { StatusBadge } from "@/components/ui/status-badge";
import { branchName } from "@/lib/format/branch-name";
import { formatDistance } from "@/lib/format/distance";
import type { Order } from "@/lib/orders/schema";
import { CollectBadge } from "./collect";
import { RoomLink } from "./room-link";
import { legs, pieces, stepName } from "./task-order";

/** `here` is the courier's own position; `first` marks the task to do now; `stop` is its place in a ride through several doors. */
export function TaskCard({
  task,
  here,
  first,
  stop,
}: {
  task: Order;
  here: { lat: number; lng: number } | null;
  first: boolean;
  stop?: number | undefined;
}) {
  const t = useTranslations("courier");
  const locale = useLocale();
  const { toBranch, toDoor } = legs(task, here);
  const distance = [
    toBranch !== null && t("distance.toBranch", { distance: formatDistance(toBranch, locale) }),
    toDoor !== null && t("distance.toDoor", { distance: formatDistance(toDoor, locale) }),
  ].filter(Boolean);
  const [next] = task.allowed_transitions;

  return (
    <RoomLink
      room={task.id}
      href={`/courier/tasks/${task.id}`}
      data-testid="task-card"
      data-order-id={task.id}
      data-status={task.status}
      className={cx(
        "block rounded-lg border bg-surface p-4 shadow-card active:bg-surface-2",
        first ? "border-2 border-brand-ink" : "border-line",
      )}
    >
      <div className="flex items-center justify-between gap-2">
        <span className="flex items-center gap-2">
          {stop !== undefined && (
            <span className="grid size-7 place-items-center rounded-full bg-ink text-sm font-bold text-bg tabular-nums">
              {stop}
            </span>
          )}
          <StatusBadge status={task.status} />
        </span>
        <span className="inline-flex items-center gap-1 text-sm text-ink-2">
          <Clock3 aria-hidden className="size-4" />
          {t.rich("task.by", { time: () => <Clock at={task.eta_at} className="font-semibold text-ink" /> })}
        </span>
      </div>
      <dl className="mt-3 grid gap-2">
        <div className="flex gap-2.5">
          <dt>
            <Store aria-hidden className="mt-0.5 size-5 text-ink-3" />
            <span className="sr-only">{t("task.from")}</span>
          </dt>
          <dd className="min-w-0">{branchName(task.branch.vendor.name, task.branch.name)}</dd>
        </div>
        <div className="flex gap-2.5">
          <dt>
            <House aria-hidden className="mt-0.5 size-5 text-ink-3" />
            <span className="sr-only">{t("task.to")}</span>
          </dt>
          <dd className="min-w-0 text-base font-semibold">{task.address?.text}</dd>
        </div>
      </dl>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-2">
        <CollectBadge order={task} />
        <span className="inline-flex items-center gap-1.5">
          <Package aria-hidden className="size-4" />
          {t("task.pieces", { count: pieces(task) })}
        </span>
        {distance.length > 0 && (
          <span className="inline-flex items-center gap-1.5">
            <Route aria-hidden className="size-4" />
            {distance.join(" · ")}
          </span>
        )}
      </div>
      <p className="mt-3 flex items-center justify-between border-t border-line pt-3 font-semibold">
        <span className={next ? "text-brand-ink" : "text-ink-2"}>
          {next ? t("task.next", { step: t(`step.${stepName(next)}`) }) : t("task.waiting")}
        </span>
        <ChevronRight aria-hidden className="size-5 text-ink-3" />
      </p>
    </RoomLink>
  );
}
