// The sum, line by line, as the quote says it.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Money } from "@/components/ui/money";
import { Skeleton } from "@/components/ui/skeleton";
import type { Quote } from "@/lib/orders/schema";

type Sum = Pick<
  Quote,
  "subtotal_minor" | "delivery_fee_minor" | "discount_minor" | "tip_minor" | "total_minor"
>;

/** `pending` dims the figures while newer ones are asked; `feeKnown` is false while nobody knows where to; `coupon` is the code that gave the discount. */
export function Totals({
  quote,
  pending,
  feeKnown,
  pickup,
  coupon,
}: {
  quote: Sum | null;
  pending: boolean;
  feeKnown: boolean;
  pickup: boolean;
  coupon?: string | null | undefined;
}) {
  const t = useTranslations("shop.cart");
  if (!quote) {
    return (
      <div className="grid gap-2.5">
        <Skeleton className="h-5" />
        <Skeleton className="h-5" />
        <Skeleton className="h-7" />
      </div>
    );
  }
  return (
    <dl aria-busy={pending} className={cx("grid gap-1.5 transition-opacity", pending && "opacity-50")}>
      <Row label={t("subtotal")}>
        <Money minor={quote.subtotal_minor} />
      </Row>
      {!pickup && (
        <Row label={t("fee")}>
          {feeKnown ? <Money minor={quote.delivery_fee_minor} zero={t("free")} /> : t("feeLater")}
        </Row>
      )}
      {quote.discount_minor > 0 && (
        <Row label={coupon ? t("discountBy", { code: coupon }) : t("discount")}>
          <Money minor={-quote.discount_minor} />
        </Row>
      )}
      {quote.tip_minor > 0 && (
        <Row label={t("tip")}>
          <Money minor={quote.tip_minor} />
        </Row>
      )}
      <div className="mt-1 flex items-baseline justify-between gap-4 border-t border-line pt-2.5 text-lg font-bold">
        <dt>{t("total")}</dt>
        <dd data-testid="total">
          <Money minor={quote.total_minor} />
        </dd>
      </div>
    </dl>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4 text-ink-2">
      <dt>{label}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}
