// Whether an order's account has been paid out, and in which payout.
import Link from "next/link";
import { useTranslations } from "next-intl";

/** `id` is the payout's; null: not yet. */
export function PaidOut({ id }: { id: string | null }) {
  const t = useTranslations("vendor.money.orders");
  if (!id) return <span className="block text-sm font-normal text-ink-3">{t("waiting")}</span>;
  return (
    <Link
      href={`/vendor/money/payouts/${id}`}
      className="block text-sm font-medium text-brand-ink hover:underline"
    >
      {t("paid")}
    </Link>
  );
}
