"use client";
// The lines of an order as they were sold, how they add up and how that is paid.
import { useTranslations } from "next-intl";
import { OrderItemText } from "@/components/order-item-text";
import { PaymentFacts } from "@/components/payment-facts";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { Price } from "@/components/ui/price";
import { regularTotal } from "@/lib/orders/regular";
import type { Order } from "@/lib/orders/schema";

export function OrderLines({ order }: { order: Order }) {
  const t = useTranslations("admin.order");
  const sums = [
    { name: "subtotal", minor: order.subtotal_minor, always: true },
    { name: "deliveryFee", minor: order.delivery_fee_minor, always: order.type === "delivery" },
    { name: "discount", minor: -order.discount_minor, always: false },
    { name: "tip", minor: order.tip_minor, always: false },
  ] as const;
  return (
    <Card>
      <h2 className="mb-2 text-lg">{t("items")}</h2>
      <ul className="divide-y divide-line">
        {order.items.map((item, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of an order never move, and a product may be on two of them
          <li key={line} className="flex gap-4 py-2">
            <span className="w-8 shrink-0 font-semibold tabular-nums">{item.quantity}×</span>
            <OrderItemText item={item} />
            {item.refunded_quantity > 0 && (
              <span className="text-sm text-info">
                {t("refundedPieces", { count: item.refunded_quantity })}
              </span>
            )}
            <Price minor={item.line_total_minor} regular={regularTotal(item)} />
          </li>
        ))}
      </ul>
      <dl className="mt-2 grid grid-cols-[1fr_auto] gap-y-1 border-t border-line pt-3">
        {sums.map(
          ({ name, minor, always }) =>
            (always || minor !== 0) && (
              <div key={name} className="contents text-ink-2">
                <dt className="text-ink-2">
                  {name === "discount" && order.coupon_code
                    ? t("discountBy", { code: order.coupon_code })
                    : t(name)}
                </dt>
                <dd className="text-right text-ink-2">
                  <Money minor={minor} />
                </dd>
              </div>
            ),
        )}
        <dt className="text-lg font-bold">{t("total")}</dt>
        <dd className="text-right text-lg font-bold">
          <Money minor={order.total_minor} />
        </dd>
      </dl>
      <div className="mt-3 border-t border-line pt-3">
        <PaymentFacts order={order} />
      </div>
    </Card>
  );
}
