// What was ordered, for how much and where to. How it is paid may change: see money-card.tsx.
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card, SectionHeading } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { Price } from "@/components/ui/price";
import { regularTotal } from "@/lib/orders/regular";
import type { Order } from "@/lib/orders/schema";
import { Totals } from "../../cart/totals";

/** Prices are those the order was placed at. */
export function OrderSummary({ order }: { order: Order }) {
  const t = useTranslations("shop.track");
  const facts = [
    { label: t("ordered"), value: <Clock at={order.created_at} date /> },
    order.scheduled_for && { label: t("wished"), value: <Clock at={order.scheduled_for} date /> },
    order.address && { label: t("address"), value: order.address.text },
    order.note && { label: t("note"), value: order.note },
  ].filter((fact) => fact !== null && typeof fact === "object");
  return (
    <Card className="grid gap-4">
      <SectionHeading
        title={t("summary")}
        actions={
          <ButtonLink href={`/orders/${order.id}/receipt`} prefetch={false} variant="ghost" size="sm">
            {t("receipt")}
          </ButtonLink>
        }
      />
      <ul className="grid gap-2 text-sm">
        {order.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an order's lines never change, and may be equal
          <li key={index} className="flex justify-between gap-3">
            <span>
              <span className="font-semibold tabular-nums">{item.quantity}×</span> {item.name}
              {item.options.length > 0 && (
                <span className="block text-ink-3">{item.options.map(({ name }) => name).join(", ")}</span>
              )}
              {item.note && <span className="block text-ink-3 italic">{item.note}</span>}
            </span>
            <Price minor={item.line_total_minor} regular={regularTotal(item)} />
          </li>
        ))}
      </ul>
      <Totals
        quote={order}
        pending={false}
        feeKnown
        pickup={order.type === "pickup"}
        coupon={order.coupon_code}
      />
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 border-t border-line pt-4 text-sm">
        {facts.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
