"use client";
// One correction: whose credit, how much, why, who asked, and who may agree to it.
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Clock } from "@/components/ui/clock";
import { Money } from "@/components/ui/money";
import type { Adjustment } from "@/lib/wallet/schema";

const TONES = { applied: "success", awaiting: "warning", declined: "danger" } as const;

export function AdjustmentRow({
  row,
  onDecide,
}: {
  row: Adjustment;
  onDecide: (decision: "approve" | "decline") => void;
}) {
  const t = useTranslations("admin.money.adjustments");
  return (
    <li
      data-testid="adjustment"
      data-status={row.status}
      className="grid gap-x-4 gap-y-2 px-4 py-3 xl:grid-cols-[15rem_minmax(0,1fr)_8rem_16rem] xl:items-center"
    >
      <div className="min-w-0">
        <p className="truncate font-semibold">{row.customer.full_name}</p>
        <p className="truncate text-sm text-ink-3">{row.customer.email}</p>
      </div>
      <div className="min-w-0 text-sm">
        <p className="break-words">“{row.reason}”</p>
        <p className="text-ink-3">
          {t("asked", { name: row.requested_by })} · <Clock at={row.created_at} date />
          {row.decided_by && row.decided_by !== row.requested_by && (
            <> · {t("decided", { name: row.decided_by })}</>
          )}
        </p>
      </div>
      <Money minor={row.amount_minor} signed className="font-semibold xl:text-right" />
      {row.may_decide ? (
        <div className="flex gap-2 xl:justify-end">
          <Button size="sm" onClick={() => onDecide("approve")}>
            {t("approve")}
          </Button>
          <Button size="sm" variant="danger-quiet" onClick={() => onDecide("decline")}>
            {t("decline")}
          </Button>
        </div>
      ) : (
        <div className="grid justify-items-start gap-0.5 xl:justify-items-end">
          <Badge tone={TONES[row.status]}>{t(`badge.${row.status}`)}</Badge>
          {row.status === "awaiting" && <p className="text-sm text-ink-3">{t("notYours")}</p>}
        </div>
      )}
    </li>
  );
}
