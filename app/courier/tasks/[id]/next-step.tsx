"use client";
// The one button under the thumb: exactly the next move the server allows. Handing over is asked once more. Without a network the tap waits
// in the queue, and the button already offers the step after.
import { CircleCheck, PackageCheck, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Button, buttonClass } from "@/components/ui/button";
import { NoticeLater } from "@/components/ui/notice-later";
import { ApiError } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Order } from "@/lib/orders/schema";
import { useDesk } from "../../desk";
import { placeOf } from "../../queue/use-courier-queue";
import { RoomLink } from "../../room-link";
import { stepName } from "../../task-order";

const DOUBLE_TAP_MS = 500;
const HandOver = lazySheet(() => import("./hand-over").then((module) => module.HandOver));

const ICONS = {
  PICKED_UP: PackageCheck,
  ON_ROUTE: Send,
  DELIVERED: CircleCheck,
  other: CircleCheck,
} as const;

const isStep = (to: Order["status"]): to is "PICKED_UP" | "ON_ROUTE" =>
  to === "PICKED_UP" || to === "ON_ROUTE";

/** `onChange` gets the order as the server answered it, also when another change came first. */
export function NextStep({ task, onChange }: { task: Order; onChange: (next: Order) => void }) {
  const t = useTranslations("courier");
  const errorText = useErrorText();
  const { shift, changeShift, taps, sharing } = useDesk();
  const [asking, setAsking] = useState(false);
  const [to] = task.allowed_transitions;

  const move = useAction(
    async (
      target: "PICKED_UP" | "ON_ROUTE" | "DELIVERED",
      code: string | null = null,
      photo: Blob | null = null,
    ) => {
      const isHandOver = target === "DELIVERED";
      const done = taps.act(
        task,
        isHandOver ? { kind: "handover", code, place: placeOf(sharing.here) } : { kind: "move", to: target },
      );
      // A double tap must not take the step after as well.
      const [order] = await Promise.all([done, new Promise((rest) => setTimeout(rest, DOUBLE_TAP_MS))]);
      if (photo) void taps.addPhoto(task, "proof", photo);
      if (order) onChange(order);
      if (isHandOver) setAsking(false);
      navigator.vibrate?.(60);
    },
  );
  const start = useAction(() => changeShift("start", shift.vehicle));
  const problem = start.error ?? (asking ? null : move.error); // while the sheet is open it tells itself
  const offShift = shift.shift_status !== "online";
  const done = task.status === "DELIVERED";
  const Icon = to ? ICONS[stepName(to)] : CircleCheck;

  return (
    <div className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] shadow-raised">
      <div className="mx-auto grid max-w-3xl gap-2">
        {problem !== null && (
          <NoticeLater tone="danger" live>
            {problem instanceof ApiError && problem.code === "COURIER_OFFLINE"
              ? t("shift.needed")
              : errorText(problem)}
          </NoticeLater>
        )}
        {done ? (
          <>
            <p
              role="status"
              className="flex items-center justify-center gap-2 py-1 text-lg font-bold text-success"
            >
              <CircleCheck aria-hidden className="size-6" />
              {t("task.done")}
            </p>
            <RoomLink
              room="list"
              href="/courier"
              className={buttonClass({ size: "lg", full: true }, "min-h-14")}
            >
              {t("task.all")}
            </RoomLink>
          </>
        ) : !to ? (
          <p role="status" className="py-3 text-center font-medium text-ink-2">
            {t(
              task.status === "CONFIRMED" || task.status === "PREPARING"
                ? "task.waitKitchen"
                : "task.nothing",
            )}
          </p>
        ) : offShift ? (
          <Button
            size="lg"
            full
            className="min-h-16 text-xl"
            pending={start.pending}
            onClick={() => void start.run()}
          >
            {t("shift.start")}
          </Button>
        ) : (
          <Button
            size="lg"
            full
            data-testid="next-step"
            className="min-h-16 text-xl"
            icon={<Icon aria-hidden className="size-6" />}
            pending={move.pending}
            onClick={() => {
              if (isStep(to)) void move.run(to);
              else setAsking(true);
            }}
          >
            {t(`step.${stepName(to)}`)}
          </Button>
        )}
      </div>
      <HandOver
        open={asking}
        onClose={() => setAsking(false)}
        task={task}
        pending={move.pending}
        error={move.error}
        onConfirm={(code, photo) => void move.run("DELIVERED", code, photo)}
      />
    </div>
  );
}
