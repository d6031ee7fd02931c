// The trial balance: every kind of account with what we owe or hold by it, and the check that all of it sums to zero.
import { CircleCheck, OctagonAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { Money } from "@/components/ui/money";
import type { MoneyOverview } from "@/lib/payments/schema";

const CELL = "px-2 py-2 align-baseline first:pl-4 first:text-left last:pr-4 not-first:text-right sm:px-3";

/** Positive balances are owed, negative ones held; `sum` is what the server added up. */
export function TrialBalance({ lines, sum }: { lines: MoneyOverview["trial_balance"]; sum: number }) {
  const t = useTranslations("admin.money.balance");
  const nameOf = (kind: string) =>
    t.has(`kinds.${kind as "wallet"}`) ? t(`kinds.${kind as "wallet"}`) : kind;
  const owed = lines.reduce((total, { balance_minor }) => total + Math.max(0, balance_minor), 0);
  const held = lines.reduce((total, { balance_minor }) => total + Math.max(0, -balance_minor), 0);
  const balanced = sum === 0;
  return (
    <Card as="section" flush aria-labelledby="trial-balance">
      <h2 id="trial-balance" className="px-4 pt-4 text-lg">
        {t("title")}
      </h2>
      <p className="px-4 pb-3 text-sm text-ink-2">{t("hint")}</p>
      <table className="w-full text-sm">
        <thead className="border-y border-line bg-surface-2 text-ink-2">
          <tr>
            <th scope="col" className={cx(CELL, "font-semibold")}>
              {t("account")}
            </th>
            <th scope="col" className={cx(CELL, "hidden font-semibold sm:table-cell")}>
              {t("count")}
            </th>
            <th scope="col" className={cx(CELL, "font-semibold")}>
              {t("debit")}
            </th>
            <th scope="col" className={cx(CELL, "font-semibold")}>
              {t("credit")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {lines.map(({ kind, balance_minor, accounts }) => (
            <tr key={kind} data-testid="balance-line" data-kind={kind} data-minor={balance_minor}>
              <th scope="row" className={cx(CELL, "font-medium")}>
                {nameOf(kind)}
              </th>
              <td className={cx(CELL, "hidden text-ink-3 tabular-nums sm:table-cell")}>{accounts}</td>
              <td className={CELL}>{balance_minor < 0 ? <Money minor={-balance_minor} /> : "–"}</td>
              <td className={CELL}>{balance_minor > 0 ? <Money minor={balance_minor} /> : "–"}</td>
            </tr>
          ))}
        </tbody>
        <tfoot className="border-t-2 border-line font-semibold">
          <tr>
            <th scope="row" className={CELL}>
              {t("total")}
            </th>
            <td className={cx(CELL, "hidden sm:table-cell")} />
            <td className={CELL}>
              <Money minor={held} />
            </td>
            <td className={CELL}>
              <Money minor={owed} />
            </td>
          </tr>
        </tfoot>
      </table>
      <p
        role={balanced ? "status" : "alert"}
        data-testid="balance-check"
        data-balanced={balanced}
        className={cx(
          "flex items-center gap-2 border-t border-line px-4 py-3 font-semibold",
          balanced ? "bg-success-soft text-success" : "bg-danger-soft text-danger",
        )}
      >
        {balanced ? (
          <CircleCheck aria-hidden className="size-5 shrink-0" />
        ) : (
          <OctagonAlert aria-hidden className="size-5 shrink-0" />
        )}
        <span>{t.rich(balanced ? "zero" : "notZero", { amount: () => <Money minor={sum} /> })}</span>
      </p>
    </Card>
  );
}
