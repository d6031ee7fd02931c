"use client";
// Agreeing to another operator's correction, or declining it. Who decided first has decided.
import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import type { Adjustment } from "@/lib/wallet/schema";
import { AskDialog } from "../ask-dialog";

/** Asks about `asked`; `onDone` gets the correction as decided, `onStale` is called when it stood elsewhere than shown. */
export function DecisionDialog({
  open,
  asked,
  onClose,
  onDone,
  onStale,
}: {
  open: boolean;
  asked: { row: Adjustment; decision: "approve" | "decline" } | null;
  onClose: () => void;
  onDone: (row: Adjustment) => void;
  onStale: () => void;
}) {
  const t = useTranslations("admin.money.adjustments");
  const toast = useToast();
  async function decide({ row, decision }: NonNullable<typeof asked>) {
    try {
      onDone(await api.post<Adjustment>(`/api/admin/adjustments/${row.id}/decision`, { decision }));
      toast({ title: t(`done.${decision}`), tone: "success" });
    } catch (error) {
      onStale();
      throw error;
    }
  }
  function problem(error: unknown): string | null {
    const code = error instanceof ApiError ? error.code : null;
    return code === "VERSION_CONFLICT" || code === "FORBIDDEN" || code === "INSUFFICIENT_FUNDS"
      ? t(`problem.${code}`)
      : null;
  }
  const question = asked && {
    title: t(`ask.${asked.decision}`),
    label: t(asked.decision),
    danger: asked.decision === "decline",
    run: () => decide(asked),
    problem,
    follows: (
      <>
        <p className="flex items-baseline justify-between gap-3">
          <span className="min-w-0 truncate font-medium">{asked.row.customer.full_name}</span>
          <Money minor={asked.row.amount_minor} signed className="font-semibold" />
        </p>
        <p className="text-ink-2">“{asked.row.reason}”</p>
        <p className="text-sm text-ink-3">{t("asked", { name: asked.row.requested_by })}</p>
      </>
    ),
  };
  return <AskDialog open={open} question={question} onClose={onClose} />;
}
