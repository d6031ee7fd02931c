// What was ordered on one line: its name, the choices made, the note for the kitchen.
import type { Order } from "@/lib/orders/schema";

export function OrderItemText({ item }: { item: Order["items"][number] }) {
  return (
    <span className="min-w-0 flex-1">
      {item.name}
      {item.options.length > 0 && (
        <span className="block text-sm text-ink-2">{item.options.map(({ name }) => name).join(", ")}</span>
      )}
      {item.note && <span className="block text-sm text-info">{item.note}</span>}
    </span>
  );
}
