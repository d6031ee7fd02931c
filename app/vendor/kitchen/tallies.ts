// What the kitchen makes of everything together: "8 × Lahmacun".
import type { Order } from "@/lib/orders/schema";

type Tally = { productId: string; name: string; quantity: number };

/** The pieces of each product in the orders, the most first. */
export function talliesOf(orders: Order[]): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { items } of orders) {
    for (const { product_id: productId, name, quantity } of items) {
      const known = tallies.get(productId);
      tallies.set(productId, { productId, name, quantity: quantity + (known?.quantity ?? 0) });
    }
  }
  return [...tallies.values()].sort((a, b) => b.quantity - a.quantity || a.name.localeCompare(b.name, "tr"));
}

/** The orders a kitchen works on, the one due first first. */
export function inKitchen(orders: Order[]): Order[] {
  const due = ({ ready_by, eta_at }: Order) => Date.parse(ready_by ?? eta_at);
  return orders
    .filter(({ status }) => status === "CONFIRMED" || status === "PREPARING")
    .sort((a, b) => due(a) - due(b));
}
