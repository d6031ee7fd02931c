"use client";
// One order in the list: from whom, what, when, how it stands; a past one can be ordered again.
import Link from "next/link";
import { useTranslations } from "next-intl";
import { lazily } from "@/components/lazily";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { Money } from "@/components/ui/money";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Order } from "@/lib/orders/schema";
import { ShopPicture } from "../shop-picture";
import { useStatusWords } from "./status-words";
import { awaitsPayment, isPaymentExpired } from "./unpaid";

const ReorderButton = lazily(
  () => import("./reorder-button").then((module) => module.ReorderButton),
  <span className="h-control-sm" />,
);

/** `active` orders are followed rather than ordered again. */
export function OrderCard({ order, active }: { order: Order; active?: boolean }) {
  const t = useTranslations("shop.orders");
  const track = useTranslations("shop.track");
  const statusWords = useStatusWords();
  const { vendor } = order.branch;
  const unpaid = awaitsPayment(order);
  return (
    <Card
      as="li"
      flush
      className="relative grid grid-cols-[4.5rem_1fr] gap-x-4 p-4 hover:shadow-raised"
      data-testid="order-card"
    >
      <ShopPicture src={vendor.image_url} aspect={1} className="self-start rounded-md" />
      <div className="grid min-w-0 gap-1">
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <h3 className="text-base">
            <Link href={`/orders/${order.id}`} className="after:absolute after:inset-0 after:rounded-lg">
              {vendor.name}
            </Link>
          </h3>
          <span role={active ? "status" : undefined}>
            {unpaid ? (
              <Badge tone="warning" dot pulse>
                {track("unpaid")}
              </Badge>
            ) : isPaymentExpired(order.end_reason) ? (
              <Badge tone="danger" dot>
                {track("expired")}
              </Badge>
            ) : (
              <StatusBadge status={order.status}>{statusWords(order)}</StatusBadge>
            )}
          </span>
        </div>
        <p className="line-clamp-2 text-sm text-ink-2">
          {order.items.map(({ quantity, name }) => `${quantity}× ${name}`).join(", ")}
        </p>
        <div className="flex flex-wrap items-center justify-between gap-2 text-sm text-ink-3">
          <span>
            <Clock at={order.created_at} date /> ·{" "}
            <Money minor={order.total_minor} className="font-medium text-ink" />
          </span>
          {unpaid ? (
            <Link
              href={`/orders/${order.id}/pay`}
              className="relative z-10 inline-flex min-h-control min-w-control items-center justify-end font-semibold text-brand-ink hover:underline"
            >
              {t("pay")}
            </Link>
          ) : active ? (
            <span className="font-semibold text-brand-ink">{t("follow")}</span>
          ) : (
            <ReorderButton order={order} className="relative z-10" />
          )}
        </div>
      </div>
    </Card>
  );
}
