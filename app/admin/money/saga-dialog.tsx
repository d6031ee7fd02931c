"use client";
// Helping a saga on, after saying what that does. Another operator, or the saga itself, may have been faster.
import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import type { Saga } from "@/lib/payments/schema";
import { AskDialog } from "../ask-dialog";

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
  const toast = useToast();
  async function act({ saga, action }: NonNullable<typeof asked>) {
    try {
      onDone(await api.post<Saga>(`/api/admin/sagas/${saga.id}`, { action }));
      toast({ title: t(`done.${action}`), tone: "success" });
    } catch (error) {
      onStale();
      throw error;
    }
  }
  const question = asked && questionOf(asked);
  function questionOf({ saga, action }: NonNullable<typeof asked>) {
    const gives = action === "compensate";
    return {
      title: gives ? t(`ask.${saga.kind}`) : t("ask.retry"),
      label: gives ? t(`compensate.${saga.kind}`) : t("retry"),
      danger: gives,
      run: () => act({ saga, action }),
      problem: (error: unknown) =>
        error instanceof ApiError && error.code === "INVALID_TRANSITION" ? t("moved") : null,
      follows: (
        <>
          <p className="flex items-baseline justify-between gap-3">
            <span className="font-medium">
              {t(`kind.${saga.kind}`)} {saga.order && `· #${saga.order.number}`}
            </span>
            <Money minor={saga.amount_minor} className="font-semibold" />
          </p>
          <p className="text-ink-2">{gives ? t(`follows.${saga.kind}`) : t("follows.retry")}</p>
        </>
      ),
    };
  }
  return <AskDialog open={open} question={question} onClose={onClose} />;
}
