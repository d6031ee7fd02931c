// A person's newest orders, each a way to its room.
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { TimeAgo } from "@/components/ui/clock";
import { Money } from "@/components/ui/money";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Person } from "@/lib/desk/schema";

export function PersonOrders({ person }: { person: Person }) {
  const t = useTranslations("desk.person");
  return (
    <Card as="section" flush>
      <h2 className="flex justify-between gap-3 border-b border-line px-4 py-3 text-lg">
        {t(person.role === "courier" ? "carried" : "orders")}
        <span className="tabular-nums text-ink-3">{person.order_count}</span>
      </h2>
      {person.orders.length === 0 ? (
        <p className="px-4 py-6 text-ink-2">{t("noOrders")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {person.orders.map((order) => (
            <li key={order.id}>
              <Link
                href={`/admin/orders/${order.id}`}
                className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 hover:bg-surface-2 focus-visible:-outline-offset-2"
              >
                <span className="font-bold tabular-nums">#{order.number}</span>
                <StatusBadge status={order.status} />
                <span className="min-w-0 flex-1 basis-32 truncate text-ink-2">{order.branch}</span>
                <Money minor={order.total_minor} className="font-medium" />
                <TimeAgo at={order.created_at} className="w-28 text-right text-sm text-ink-3" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
