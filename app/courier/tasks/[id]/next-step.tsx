"use client";
// The one button under the thumb: exactly the next move the server allows. Handing over is asked once more.
import { CircleCheck, PackageCheck, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Button, ButtonLink } from "@/components/ui/button";
import { NoticeLater } from "@/components/ui/notice-later";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Order } from "@/lib/orders/schema";
import { useDesk } from "../../desk";
import { stepName } from "../../task-order";

const HandOver = lazySheet(() => import("./hand-over").then((module) => module.HandOver));

const ICONS = {
  PICKED_UP: PackageCheck,
  ON_ROUTE: Send,
  DELIVERED: CircleCheck,
  other: CircleCheck,
} as const;

/** `onChange` gets the order as the server answered it, also when another change came first. */
export function NextStep({ task, onChange }: { task: Order; onChange: (next: Order) => void }) {
  const t = useTranslations("courier");
  const errorText = useErrorText();
  const { shift, changeShift } = useDesk();
  const [asking, setAsking] = useState(false);
  const [to] = task.allowed_transitions;

  const move = useAction(async (target: Order["status"]) => {
    try {
      onChange(
        await api.post<Order>(`/api/orders/${task.id}/transitions`, { to: target, version: task.version }),
      );
      navigator.vibrate?.(60);
    } catch (error) {
      const current = error instanceof ApiError ? error.details.current : undefined;
      if (current) onChange(current as Order);
      throw error;
    } finally {
      setAsking(false);
    }
  });
  const start = useAction(() => changeShift("start", shift.vehicle));
  const problem = move.error ?? start.error;
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
            <ButtonLink href="/courier" size="lg" full className="min-h-14">
              {t("task.all")}
            </ButtonLink>
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
            onClick={() => (to === "DELIVERED" ? setAsking(true) : void move.run(to))}
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
        onConfirm={() => void move.run("DELIVERED")}
      />
    </div>
  );
}
