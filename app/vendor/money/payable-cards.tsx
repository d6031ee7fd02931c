// Orders' accounts on a phone: a line each with the net, every deduction a tap away. No script needed.
import { ChevronDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Clock } from "@/components/ui/clock";
import { Money } from "@/components/ui/money";
import { formatPercent } from "@/lib/format/percent";
import type { Payable } from "@/lib/settlement/schema";
import { Deductions } from "./deduction-list";
import { PaidOut } from "./paid-out";

/** `open` says of each order whether it has been paid out. */
export function PayableCards({ lines, open }: { lines: readonly Payable[]; open?: boolean }) {
  const t = useTranslations("vendor.money");
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line xl:hidden print:hidden">
      {lines.map((line) => (
        <li key={line.id}>
          <details className="group">
            <summary className="flex min-h-14 items-center gap-3 px-4 py-2 hover:bg-surface-2 focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
              <span className="grid min-w-0 flex-1">
                <span className="font-semibold tabular-nums">#{line.order_number}</span>
                <span className="text-sm text-ink-3">
                  <Clock at={line.at} date />
                  {line.kind === "refund" && <span className="text-info"> · {t("refundLine")}</span>}
                </span>
              </span>
              <Money minor={line.net_minor} className="font-semibold" />
              <ChevronDown
                aria-hidden
                className="size-4 shrink-0 text-ink-3 transition-transform group-open:rotate-180"
              />
            </summary>
            <div className="grid gap-2 px-4 pb-4">
              <Deductions
                sums={line}
                net={line.net_minor}
                commission={t("rate", { rate: formatPercent(line.commission_bps, locale) })}
              />
              {open && <PaidOut id={line.payout_id} />}
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}
