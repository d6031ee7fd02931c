"use client";
// The tasks in the order to do them, under the shift and the position.
import { Bike, Coffee } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazily } from "@/components/lazily";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { MyCash } from "@/lib/settlement/schema";
import { useDesk } from "./desk";

const SharingCard = lazily(
  () => import("./sharing-card").then((module) => module.SharingCard),
  <Skeleton className="h-19 rounded-lg" />,
);
const StartShift = lazily(
  () => import("./start-shift").then((module) => module.StartShift),
  <Skeleton className="h-80 rounded-lg" />,
);
const EndShift = lazily(() => import("./end-shift").then((module) => module.EndShift));
const TaskCard = lazily(
  () => import("./task-card").then((module) => module.TaskCard),
  <Skeleton className="h-52 rounded-lg" />,
);

const CashCard = lazily(
  () => import("./cash-card").then((module) => module.CashCard),
  <Skeleton className="h-16 rounded-lg" />,
);

/** `cash` is what the courier carried when the server read it. */
export function TaskList({ cash }: { cash: MyCash }) {
  const t = useTranslations("courier");
  const { shift, tasks, error, sharing } = useDesk();
  const errorText = useErrorText();
  const onShift = shift.shift_status === "online";

  return (
    <div className="grid grid-cols-1 gap-4">
      {error !== null && (
        <Notice tone="warning" live>
          {errorText(error)}
        </Notice>
      )}
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
      <ul className="grid grid-cols-1 gap-3">
        {tasks.map((task, place) => (
          <li key={task.id}>
            <TaskCard task={task} here={sharing.here} first={place === 0 && onShift} />
          </li>
        ))}
      </ul>
      <CashCard initial={cash} />
      {onShift && <EndShift />}
    </div>
  );
}
