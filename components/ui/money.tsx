// An amount of money, from minor units, in the reader's locale.
import { useLocale } from "next-intl";
import { formatMoney } from "@/lib/format/money";
import { cx } from "./cx";

/** `minor` is in minor units (kuruş). `signed` shows a plus as well; zero may be put in words with `zero`. */
export function Money({
  minor,
  currency = "TRY",
  signed,
  zero,
  className,
}: {
  minor: number;
  currency?: string;
  signed?: boolean;
  zero?: string;
  className?: string;
}) {
  const locale = useLocale();
  return (
    <span className={cx("whitespace-nowrap tabular-nums", className)}>
      {minor === 0 && zero ? zero : formatMoney(minor, { locale, currency, signed })}
    </span>
  );
}
