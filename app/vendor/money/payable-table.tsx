// Orders' accounts as a table, for a desk and for paper: one column a deduction.
import { useLocale, useTranslations } from "next-intl";
import { Clock } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { Money } from "@/components/ui/money";
import { formatPercent } from "@/lib/format/percent";
import type { Payable } from "@/lib/settlement/schema";
import { PARTS, type Sums, signedPart } from "./deductions";
import { PaidOut } from "./paid-out";

const CELL =
  "px-2 py-2 align-top first:pl-4 first:text-left last:pr-4 not-first:text-right print:px-1 print:py-1";

/** `totals` closes the table with the sums of its lines; `open` says of each order whether it has been paid out. */
export function PayableTable({
  lines,
  totals,
  open,
  caption,
}: {
  lines: readonly Payable[];
  totals?: Sums & { amount_minor: number };
  open?: boolean;
  caption: string;
}) {
  const t = useTranslations("vendor.money");
  const locale = useLocale();
  return (
    <table className="hidden w-full text-sm xl:table print:table print:text-[7.5pt]">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-b border-line bg-surface-2 text-ink-2">
        <tr>
          <th scope="col" className={cx(CELL, "font-semibold")}>
            {t("parts.order")}
          </th>
          {PARTS.map(({ name }) => (
            <th key={name} scope="col" className={cx(CELL, "font-semibold")}>
              {t(`parts.${name}`)}
            </th>
          ))}
          <th scope="col" className={cx(CELL, "font-semibold")}>
            {t("parts.net")}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {lines.map((line) => (
          <tr key={line.id} data-testid="payable" data-kind={line.kind} className="break-inside-avoid">
            <th scope="row" className={cx(CELL, "font-normal")}>
              <span className="block font-semibold tabular-nums">#{line.order_number}</span>
              {line.kind === "refund" && <span className="block text-info">{t("refundLine")}</span>}
              <Clock at={line.at} date className="text-ink-3" />
            </th>
            {PARTS.map((part) => (
              <td key={part.name} className={CELL}>
                <Money minor={signedPart(line, part)} zero="–" />
                {part.name === "commission" && (
                  <span className="block text-ink-3">{formatPercent(line.commission_bps, locale)}</span>
                )}
              </td>
            ))}
            <td className={cx(CELL, "font-semibold")}>
              <Money minor={line.net_minor} />
              {open && <PaidOut id={line.payout_id} />}
            </td>
          </tr>
        ))}
      </tbody>
      {totals && (
        <tfoot className="border-t-2 border-line font-semibold">
          <tr>
            <th scope="row" className={CELL}>
              {t("parts.total")}
            </th>
            {PARTS.map((part) => (
              <td key={part.name} className={CELL}>
                <Money minor={signedPart(totals, part)} zero="–" />
              </td>
            ))}
            <td className={CELL}>
              <Money minor={totals.amount_minor} />
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
