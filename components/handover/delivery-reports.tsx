// Deliveries of an order that failed, as customer, courier, vendor and operator read them: why, when, and what was decided.
import { CircleCheck, PackageX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Order } from "@/lib/orders/schema";
import { Clock } from "../ui/clock";
import { cx } from "../ui/cx";

/** Nothing when every delivery went well. */
export function DeliveryReports({ order }: { order: Pick<Order, "handover"> }) {
  const t = useTranslations("orders.handover");
  const reports = order.handover?.reports ?? [];
  if (reports.length === 0) return null;
  return (
    <ul
      className="grid gap-2"
      data-testid="delivery-reports"
      data-open={reports.some((one) => !one.decision)}
    >
      {reports.map(({ id, reason, note, at, decision, decision_note }) => {
        const Icon = decision ? CircleCheck : PackageX;
        return (
          <li
            key={id}
            className={cx(
              "flex gap-2.5 rounded-md px-3.5 py-3",
              decision ? "bg-surface-2" : "bg-warning-soft text-ink",
            )}
          >
            <Icon aria-hidden className={cx("size-5 shrink-0", decision ? "text-ink-3" : "text-warning")} />
            <div className="min-w-0">
              <p className="font-semibold">
                {t("failed", { reason: t(`reason.${reason}`) })} · <Clock at={at} />
              </p>
              {note && <p className="break-words">“{note}”</p>}
              <p className="text-sm text-ink-2">
                {t(`decision.${decision ?? "waiting"}`)}
                {decision_note && ` “${decision_note}”`}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
