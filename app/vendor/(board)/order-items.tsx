// What was ordered, as the kitchen reads it: quantity first, options and notes below.
import { useTranslations } from "next-intl";
import type { Order } from "@/lib/orders/schema";

const MOST_ON_CARD = 6;

export function OrderItems({ items }: { items: Order["items"] }) {
  const t = useTranslations("vendor.card");
  const rest = items.length - MOST_ON_CARD;
  return (
    <ul className="grid gap-1 text-sm">
      {items.slice(0, MOST_ON_CARD).map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a placed order never move
        <li key={index} className="grid grid-cols-[auto_1fr] gap-x-1.5">
          <span className="font-bold tabular-nums">{item.quantity}×</span>
          <span className="min-w-0 break-words">
            {item.name}
            {item.options.length > 0 && (
              <span className="block text-ink-3">{item.options.map(({ name }) => name).join(", ")}</span>
            )}
            {item.note && <span className="block font-medium text-warning">“{item.note}”</span>}
          </span>
        </li>
      ))}
      {rest > 0 && <li className="text-ink-3">{t("moreItems", { count: rest })}</li>}
    </ul>
  );
}
