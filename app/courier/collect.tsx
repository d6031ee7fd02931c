// What the courier takes at the door: how much, and whether in notes or by card. A mistake here costs the courier money.
import { Banknote, CircleCheck, CreditCard } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { Money } from "@/components/ui/money";
import { methodAtDoor, toCollect } from "@/lib/orders/payment";
import type { Order } from "@/lib/orders/schema";

const ICONS = { cash: Banknote, card_on_delivery: CreditCard } as const;

/** What to take and how; nothing (null) when it has been paid. */
function dueOf(order: Order) {
  const minor = toCollect(order);
  const method = methodAtDoor(order);
  return minor > 0 && method ? { minor, method, Icon: ICONS[method] } : null;
}

/** The amount as a badge, for a card. */
export function CollectBadge({ order }: { order: Order }) {
  const t = useTranslations("courier.collect");
  const due = dueOf(order);
  const Icon = due?.Icon ?? CircleCheck;
  return (
    <Badge tone={due ? "warning" : "success"} className="text-base font-bold">
      <Icon aria-hidden className="size-4" />
      {due ? (
        <>
          <Money minor={due.minor} /> {t(`short.${due.method}`)}
        </>
      ) : (
        t("nothing")
      )}
    </Badge>
  );
}

/** The amount as a panel that cannot be missed; what credit has paid of the total is said, for the customer may ask. */
export function CollectPanel({ order, className }: { order: Order; className?: string }) {
  const t = useTranslations("courier.collect");
  const due = dueOf(order);
  const Icon = due?.Icon ?? CircleCheck;
  return (
    <div
      data-testid="collect"
      data-minor={due?.minor ?? 0}
      className={cx(
        "flex items-center gap-3 rounded-lg px-4 py-3",
        due ? "bg-warning-soft text-warning" : "bg-success-soft text-success",
        className,
      )}
    >
      <Icon aria-hidden className="size-8 shrink-0" />
      <div className="min-w-0">
        <p className="font-medium">{due ? t(`long.${due.method}`) : t("paid")}</p>
        {due && <Money minor={due.minor} className="font-display text-2xl font-bold text-ink" />}
        {due && order.wallet_minor > 0 && (
          <p className="text-sm text-ink-2">
            {t.rich("rest", {
              total: () => <Money minor={order.total_minor} />,
              wallet: () => <Money minor={order.wallet_minor} />,
            })}
          </p>
        )}
      </div>
    </div>
  );
}
