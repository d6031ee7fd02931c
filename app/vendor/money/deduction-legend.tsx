// How each deduction comes about, in plain words: a vendor need not ask what a number is.
import { ChevronDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatPercent } from "@/lib/format/percent";
import type { VendorMoney } from "@/lib/settlement/schema";

const EXPLAINED = [
  "commission",
  "payment_cost",
  "promotion",
  "promoted",
  "refunded",
  "collected",
  "net",
] as const;

/** `rates` are the vendor's today; what an order was settled at stands in its own line. */
export function DeductionLegend({
  rates,
}: {
  rates: Pick<VendorMoney, "commission_bps" | "payment_cost_bps">;
}) {
  const t = useTranslations("vendor.money");
  const locale = useLocale();
  const said = {
    commission: formatPercent(rates.commission_bps, locale),
    payment: formatPercent(rates.payment_cost_bps, locale),
  };
  return (
    <details className="group rounded-lg border border-line bg-surface px-4 shadow-card print:hidden">
      <summary className="tap-row flex items-center justify-between gap-3 font-semibold [&::-webkit-details-marker]:hidden">
        {t("legend.title")}
        <ChevronDown
          aria-hidden
          className="size-4 shrink-0 text-ink-3 transition-transform group-open:rotate-180"
        />
      </summary>
      <dl className="grid gap-x-6 gap-y-2 pb-4 text-sm md:grid-cols-2">
        {EXPLAINED.map((name) => (
          <div key={name}>
            <dt className="font-semibold">{t(`parts.${name}`)}</dt>
            <dd className="text-ink-2">{t(`legend.${name}`, said)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
