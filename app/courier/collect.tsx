// What the courier takes at the door: how much, and whether in notes or by card. A mistake here costs the courier money.
import { Banknote, CircleCheck, CreditCard } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { Money } from "@/components/ui/money";
import type { Order } from "@/lib/orders/schema";
import { toCollect } from "./task-order";

const ICONS = { cash: Banknote, card_on_delivery: CreditCard } as const;

/** The amount as a badge, for a card. */
export function CollectBadge({ order }: { order: Order }) {
  const t = useTranslations("courier.collect");
  const minor = toCollect(order);
  const Icon = minor === 0 ? CircleCheck : ICONS[order.payment_method];
  return (
    <Badge tone={minor === 0 ? "success" : "warning"} className="text-base font-bold">
      <Icon aria-hidden className="size-4" />
      {minor === 0 ? (
        t("nothing")
      ) : (
        <>
          <Money minor={minor} /> {t(`short.${order.payment_method}`)}
        </>
      )}
    </Badge>
  );
}

/** The amount as a panel that cannot be missed. */
export function CollectPanel({ order, className }: { order: Order; className?: string }) {
  const t = useTranslations("courier.collect");
  const minor = toCollect(order);
  const Icon = minor === 0 ? CircleCheck : ICONS[order.payment_method];
  return (
    <div
      className={cx(
        "flex items-center gap-3 rounded-lg px-4 py-3",
        minor === 0 ? "bg-success-soft text-success" : "bg-warning-soft text-warning",
        className,
      )}
    >
      <Icon aria-hidden className="size-8 shrink-0" />
      <div>
        <p className="font-medium">{minor === 0 ? t("paid") : t(`long.${order.payment_method}`)}</p>
        {minor > 0 && <Money minor={minor} className="font-display text-2xl font-bold text-ink" />}
      </div>
    </div>
  );
}
