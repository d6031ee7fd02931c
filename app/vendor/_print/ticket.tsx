// An order on 80 mm of paper, as a kitchen reads it at arm's length: the number, when it must be ready, then line by line what to make.
import { useTranslations } from "next-intl";
import { PaidBy } from "@/components/paid-by";
import { Clock } from "@/components/ui/clock";
import { Money } from "@/components/ui/money";
import { toCollect } from "@/lib/orders/payment";
import type { Order } from "@/lib/orders/schema";
import { firstName } from "../_orders/steps";
import "./ticket.css";

export function Ticket({ order }: { order: Order }) {
  const t = useTranslations("vendor.ticket");
  const orders = useTranslations("orders");
  const due = toCollect(order);
  return (
    <article className="ticket" data-testid="ticket">
      <p className="ticket-head">
        <span>{order.branch.name}</span>
        <Clock at={order.created_at} date />
      </p>
      <p className="ticket-number">#{order.number}</p>
      <p className="ticket-who">
        {firstName(order.customer.full_name)} · {orders(`type.${order.type}`)}
      </p>
      <p className="ticket-due">
        {order.scheduled_for ? (
          <>
            {t("scheduled")} <Clock at={order.scheduled_for} date />
          </>
        ) : (
          order.ready_by && (
            <>
              {t("readyBy")} <Clock at={order.ready_by} />
            </>
          )
        )}
      </p>
      <ul className="ticket-lines">
        {order.items.map((item) => (
          <li key={item.line}>
            <b>{item.quantity}×</b>
            <span>
              <b>{item.name}</b>
              {item.options.map((option) => (
                <span key={option.id}>+ {option.name}</span>
              ))}
              {item.note && <span className="ticket-note">» {item.note}</span>}
            </span>
          </li>
        ))}
      </ul>
      {order.note && <p className="ticket-note">» {order.note}</p>}
      <p className="ticket-head">
        <span>
          <PaidBy order={order} />
        </span>
        <Money minor={order.total_minor} />
      </p>
      {order.wallet_minor > 0 && due > 0 && (
        <p className="ticket-head ticket-due">
          <span>{t("toCollect")}</span>
          <Money minor={due} />
        </p>
      )}
    </article>
  );
}
