"use client";
// Helping a saga on, after saying what that does. Another operator, or the saga itself, may have been faster.
import { useTranslations } from "next-intl";
import { Confirm } from "@/components/ui/confirm";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Saga } from "@/lib/payments/schema";

/** Asks about `asked`; `onDone` gets the saga as it stands after, `onStale` is called when it stood elsewhere than shown. */
export function SagaDialog({
  open,
  asked,
  onClose,
  onDone,
  onStale,
}: {
  open: boolean;
  asked: { saga: Saga; action: "retry" | "compensate" } | null;
  onClose: () => void;
  onDone: (saga: Saga) => void;
  onStale: () => void;
}) {
  const t = useTranslations("admin.money.sagas");
  const errorText = useErrorText();
  const toast = useToast();
  const act = useAction(async ({ saga, action }: NonNullable<typeof asked>) => {
    try {
      onDone(await api.post<Saga>(`/api/admin/sagas/${saga.id}`, { action }));
      toast({ title: t(`done.${action}`), tone: "success" });
      onClose();
    } catch (error) {
      onStale();
      throw error;
    }
  });
  const kind = asked?.saga.kind ?? "card_payment";
  const gives = asked?.action === "compensate";
  const moved = act.error instanceof ApiError && act.error.code === "INVALID_TRANSITION";

  return (
    <Confirm
      open={open}
      onClose={() => {
        act.reset();
        onClose();
      }}
      onConfirm={() => asked && void act.run(asked)}
      pending={act.pending}
      danger={gives}
      title={gives ? t(`ask.${kind}`) : t("ask.retry")}
      confirmLabel={gives ? t(`compensate.${kind}`) : t("retry")}
    >
      <div className="grid gap-4">
        <p className="flex items-baseline justify-between gap-3">
          <span className="font-medium">
            {t(`kind.${kind}`)} {asked?.saga.order && `· #${asked.saga.order.number}`}
          </span>
          <Money minor={asked?.saga.amount_minor ?? 0} className="font-semibold" />
        </p>
        <p className="text-ink-2">{gives ? t(`follows.${kind}`) : t("follows.retry")}</p>
        {act.error !== null && (
          <Notice tone="danger" live>
            {moved ? t("moved") : errorText(act.error)}
          </Notice>
        )}
      </div>
    </Confirm>
  );
}
