// The items with prices, what they add up to and how that is paid. Amounts are the order's own; nothing is computed here.
import { useTranslations } from "next-intl";
import { PaymentFacts } from "@/components/payment-facts";
import { Money } from "@/components/ui/money";
import { Price } from "@/components/ui/price";
import { regularTotal } from "@/lib/orders/regular";
import type { Order } from "@/lib/orders/schema";

export function OrderMoney({ order }: { order: Order }) {
  const t = useTranslations("vendor.detail");
  const discount = order.coupon_code ? t("discountBy", { code: order.coupon_code }) : t("discount");
  const sums = [
    { label: t("subtotal"), minor: order.subtotal_minor, shown: true },
    { label: t("deliveryFee"), minor: order.delivery_fee_minor, shown: order.type === "delivery" },
    { label: discount, minor: -order.discount_minor, shown: order.discount_minor > 0 },
    { label: t("tip"), minor: order.tip_minor, shown: order.tip_minor > 0 },
  ];
  return (
    <section aria-label={t("items")} className="grid gap-3 rounded-md border border-line p-3">
      <ul className="grid gap-2">
        {order.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a placed order never move
          <li key={index} className="grid grid-cols-[auto_1fr_auto] gap-x-2">
            <span className="font-bold tabular-nums">{item.quantity}×</span>
            <span className="min-w-0 break-words">
              {item.name}
              {item.options.map((option) => (
                <span key={option.id} className="block text-sm text-ink-3">
                  {option.group}: {option.name}
                </span>
              ))}
              {item.note && <span className="block text-sm font-medium text-warning">“{item.note}”</span>}
              {item.refunded_quantity > 0 && (
                <span className="block text-sm text-info">
                  {t("refundedPieces", { count: item.refunded_quantity })}
                </span>
              )}
            </span>
            <Price minor={item.line_total_minor} regular={regularTotal(item)} />
          </li>
        ))}
      </ul>
      <dl className="grid gap-1 border-t border-line pt-2 text-sm">
        {sums
          .filter(({ shown }) => shown)
          .map(({ label, minor }) => (
            <div key={label} className="flex justify-between gap-3 text-ink-2">
              <dt>{label}</dt>
              <dd>
                <Money minor={minor} zero={t("free")} />
              </dd>
            </div>
          ))}
        <div className="flex justify-between gap-3 text-base font-bold">
          <dt>{t("total")}</dt>
          <dd>
            <Money minor={order.total_minor} />
          </dd>
        </div>
      </dl>
      <div className="border-t border-line pt-2">
        <PaymentFacts order={order} />
      </div>
    </section>
  );
}
