"use client";
// Agreeing to another operator's correction, or declining it. Who decided first has decided.
import { useTranslations } from "next-intl";
import { Confirm } from "@/components/ui/confirm";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Adjustment } from "@/lib/wallet/schema";

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
  const errorText = useErrorText();
  const toast = useToast();
  const decide = useAction(async ({ row, decision }: NonNullable<typeof asked>) => {
    try {
      onDone(await api.post<Adjustment>(`/api/admin/adjustments/${row.id}/decision`, { decision }));
      toast({ title: t(`done.${decision}`), tone: "success" });
      onClose();
    } catch (error) {
      onStale();
      throw error;
    }
  });
  const decision = asked?.decision ?? "approve";
  function problem(error: unknown): string {
    const code = error instanceof ApiError ? error.code : null;
    if (code === "VERSION_CONFLICT" || code === "FORBIDDEN" || code === "INSUFFICIENT_FUNDS")
      return t(`problem.${code}`);
    return errorText(error);
  }

  return (
    <Confirm
      open={open}
      onClose={() => {
        decide.reset();
        onClose();
      }}
      onConfirm={() => asked && void decide.run(asked)}
      pending={decide.pending}
      danger={decision === "decline"}
      title={t(`ask.${decision}`)}
      confirmLabel={t(decision)}
    >
      {asked && (
        <div className="grid gap-3">
          <p className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 truncate font-medium">{asked.row.customer.full_name}</span>
            <Money minor={asked.row.amount_minor} signed className="font-semibold" />
          </p>
          <p className="text-ink-2">“{asked.row.reason}”</p>
          <p className="text-sm text-ink-3">{t("asked", { name: asked.row.requested_by })}</p>
          {decide.error !== null && (
            <Notice tone="danger" live>
              {problem(decide.error)}
            </Notice>
          )}
        </div>
      )}
    </Confirm>
  );
}
