// The vendor's money in three numbers: what is to come, what couriers carry, what came last.
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Clock } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { Money } from "@/components/ui/money";
import type { VendorMoney } from "@/lib/settlement/schema";

export function MoneyFigures({ money }: { money: VendorMoney }) {
  const t = useTranslations("vendor.money.figures");
  const payout = money.last_payout;
  const owes = money.balance_minor < 0;
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      <Figure
        wide
        label={t(owes ? "debt" : "balance")}
        value={<Money minor={Math.abs(money.balance_minor)} className={owes ? "text-danger" : undefined} />}
        hint={t(owes ? "debtHint" : "balanceHint")}
      />
      <Figure
        label={t("cash")}
        value={<Money minor={money.cash_with_couriers_minor} />}
        hint={
          <Link
            href="/vendor/money?show=cash"
            className="inline-flex min-h-control-sm items-center font-medium text-brand-ink hover:underline"
          >
            {t("toCash")}
          </Link>
        }
      />
      <Figure
        label={t("last")}
        value={payout ? <Money minor={payout.amount_minor} /> : <span className="text-ink-3">–</span>}
        hint={
          payout ? (
            <Link
              href={`/vendor/money/payouts/${payout.id}`}
              className="inline-flex min-h-control-sm items-center font-medium text-brand-ink hover:underline"
            >
              <Clock at={payout.created_at} date />
            </Link>
          ) : (
            t("noPayout")
          )
        }
      />
    </dl>
  );
}

/** `wide` takes a phone's whole line. */
function Figure({
  label,
  value,
  hint,
  wide,
}: {
  label: string;
  value: ReactNode;
  hint: ReactNode;
  wide?: boolean;
}) {
  return (
    <div
      className={cx(
        "grid content-start rounded-lg border border-line bg-surface px-4 py-3 shadow-card",
        wide && "max-sm:col-span-2",
      )}
    >
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd className="font-display text-xl font-bold sm:text-2xl">{value}</dd>
      <dd className="text-sm text-ink-2">{hint}</dd>
    </div>
  );
}
