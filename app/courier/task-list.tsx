"use client";
// The tasks in the order to do them, under the shift and the position.
import { Bike, Coffee } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { lazily } from "@/components/lazily";
import { EmptyState } from "@/components/ui/empty-state";
import { keepFocus } from "@/components/ui/focus";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Earnings } from "@/lib/couriers/schema";
import type { MyCash } from "@/lib/settlement/schema";
import { useDesk } from "./desk";
import { PendingTaps } from "./queue/pending-taps";

const loadSharingCard = () => import("./sharing-card").then((module) => module.SharingCard);
const loadEndShift = () => import("./end-shift").then((module) => module.EndShift);
const loadTaskCard = () => import("./task-card").then((module) => module.TaskCard);
const loadRouteCard = () => import("./stops/route-card").then((module) => module.RouteCard);
/** What the list of a running shift is made of: there before a network is lost. */
export const loadTaskList = () =>
  Promise.all([loadSharingCard(), loadEndShift(), loadTaskCard(), loadRouteCard()]);

const SharingCard = lazily(loadSharingCard, <Skeleton className="h-19 rounded-lg" />);
const StartShift = lazily(
  () => import("./start-shift").then((module) => module.StartShift),
  <Skeleton className="h-80 rounded-lg" />,
);
const EndShift = lazily(loadEndShift);
const TaskCard = lazily(loadTaskCard, <Skeleton className="h-52 rounded-lg" />);

const CashCard = lazily(
  () => import("./cash-card").then((module) => module.CashCard),
  <Skeleton className="h-16 rounded-lg" />,
);

const EarningsCard = lazily(
  () => import("./earnings-card").then((module) => module.EarningsCard),
  <Skeleton className="h-28 rounded-lg" />,
);
const RouteCard = lazily(loadRouteCard, <Skeleton className="h-96 rounded-lg" />);

/** `money` is what the courier carried and had earned when the server read it; null without a network. */
export function TaskList({ money }: { money: { cash: MyCash; earnings: Earnings } | null }) {
  const t = useTranslations("courier");
  const { shift, tasks, stops, error, sharing } = useDesk();
  const errorText = useErrorText();
  const ride = tasks.filter(({ id }) => stops.ids.includes(id));
  const onShift = shift.shift_status === "online";
  const wasOnShift = useRef(onShift);
  useEffect(() => {
    if (wasOnShift.current === onShift) return;
    wasOnShift.current = onShift;
    keepFocus(); // the button that did it is gone
  }, [onShift]);

  return (
    <div className="grid grid-cols-1 gap-4">
      {error !== null && (
        <Notice tone="warning" live>
          {errorText(error)}
        </Notice>
      )}
      <PendingTaps />
      {onShift ? <SharingCard /> : <StartShift />}
      <h1 className="mt-1 text-xl">{t("tasks.title", { count: tasks.length })}</h1>
      {tasks.length === 0 && (
        <EmptyState
          icon={onShift ? <Coffee /> : <Bike />}
          title={t(onShift ? "tasks.none" : "tasks.offShift")}
        >
          {t(onShift ? "tasks.noneHint" : "tasks.offShiftHint")}
        </EmptyState>
      )}
      {ride.length > 1 && <RouteCard stops={ride} />}
      <ul className="grid grid-cols-1 gap-3">
        {tasks.map((task, place) => (
          <li key={task.id}>
            <TaskCard
              task={task}
              here={sharing.here}
              first={place === 0 && onShift}
              stop={ride.length > 1 && place < ride.length ? place + 1 : undefined}
            />
          </li>
        ))}
      </ul>
      {money && (
        <>
          <EarningsCard initial={money.earnings} />
          <CashCard initial={money.cash} />
        </>
      )}
      {onShift && <EndShift />}
    </div>
  );
}
