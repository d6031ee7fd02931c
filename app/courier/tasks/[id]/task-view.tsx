"use client";
// A task kept right while it changes under the courier: taken back, canceled or made ready by the vendor.
import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazily } from "@/components/lazily";
import { useAtHand } from "@/components/lazy-sheet";
import { loadNotice, NoticeLater } from "@/components/ui/notice-later";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusBadge } from "@/components/ui/status-badge";
import { ApiError } from "@/lib/browser/api";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import { useLive } from "@/lib/live/use-live";
import { isOldNews } from "@/lib/live/version";
import type { Order } from "@/lib/orders/schema";
import { useDesk } from "../../desk";
import { withWaiting } from "../../queue/op";
import { PendingTaps } from "../../queue/pending-taps";
import { RoomLink } from "../../room-link";
import { NextStep } from "./next-step";

const TaskBody = lazily(
  () => import("./task-body").then((module) => module.TaskBody),
  <Skeleton className="h-160 rounded-lg" />,
);
const TaskGone = lazily(() => import("./task-gone").then((module) => module.TaskGone));

const LOST = new Set<Order["status"]>(["REJECTED", "CANCELED_BY_USER", "CANCELED_BY_VENDOR"]);

/** `initial` is the order as the server read it. */
export function TaskView({ initial }: { initial: Order }) {
  const t = useTranslations("courier");
  const tStatus = useTranslations("orders");
  const errorText = useErrorText();
  const desk = useDesk();
  useAtHand(loadNotice);
  const {
    data: read = initial,
    error,
    reload,
    mutate,
  } = useResource<Order>(`/api/orders/${initial.id}`, initial);

  // The desk hears of this task on the courier's own channel; whichever knows the newer version is right.
  const onDesk = desk.find(initial.id);
  const known = onDesk && onDesk.version > read.version ? onDesk : read;
  const task = withWaiting(known, desk.taps.ops);
  useLive({
    topics: [`order:${initial.id}`],
    reread: reload,
    onMessage: ({ event, payload }) => {
      const { version } = payload as { version?: number };
      if (event === "courier.position") return;
      if (version === undefined || !isOldNews(known.version, version)) void reload();
    },
  });

  if (error instanceof ApiError && error.code === "NOT_FOUND") {
    return <TaskGone title={t("gone.title")} body={t("gone.body")} back={t("gone.back")} />;
  }
  function change(next: Order) {
    mutate(next);
    desk.put(next);
  }
  const done = task.status === "DELIVERED";
  const lost = LOST.has(task.status);

  return (
    <div
      className="grid grid-cols-1 gap-4 pb-28"
      data-testid="task"
      data-order-id={task.id}
      data-status={task.status}
    >
      <div className="flex items-center justify-between gap-3">
        <RoomLink
          room="list"
          href="/courier"
          className="-ml-2 inline-flex min-h-11 items-center gap-1.5 rounded-md px-2 font-semibold text-brand-ink"
        >
          <ArrowLeft aria-hidden className="size-5" />
          {t("task.all")}
        </RoomLink>
        <StatusBadge status={task.status} className="text-base" />
      </div>
      <h1 className="sr-only">{tStatus("number", { number: task.number })}</h1>
      {error !== null && (
        <NoticeLater tone="warning" live>
          {errorText(error)}
        </NoticeLater>
      )}
      {lost && (
        <NoticeLater tone="danger" live>
          {t("task.lost")}
        </NoticeLater>
      )}
      <PendingTaps orderId={task.id} />
      <TaskBody task={task} here={desk.sharing.here} open={!done && !lost} />
      <NextStep task={task} onChange={change} />
    </div>
  );
}
