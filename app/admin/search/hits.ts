// What a search found as one row of choices, in the order in which arrows walk through it.
import type { Found } from "@/lib/desk/schema";

export type Hit = { key: string; href: string } & (
  | { kind: "orders"; item: Found["orders"][number] }
  | { kind: "users"; item: Found["users"][number] }
  | { kind: "vendors"; item: Found["vendors"][number] }
  | { kind: "couriers"; item: Found["couriers"][number] }
);

/** Each with where it leads. */
export function hitsOf(found: Found): Hit[] {
  return [
    ...found.orders.map(
      (item): Hit => ({
        kind: "orders",
        key: `order-${item.id}`,
        href: `/admin/orders/${item.id}`,
        item,
      }),
    ),
    ...found.users.map(
      (item): Hit => ({
        kind: "users",
        key: `user-${item.id}`,
        href: `/admin/users/${item.id}`,
        item,
      }),
    ),
    ...found.vendors.map(
      (item): Hit => ({
        kind: "vendors",
        key: `vendor-${item.id}`,
        href: `/admin/vendors?q=${encodeURIComponent(item.name)}`,
        item,
      }),
    ),
    ...found.couriers.map(
      (item): Hit => ({
        kind: "couriers",
        key: `courier-${item.id}`,
        href: `/admin/users/${item.user_id}`,
        item,
      }),
    ),
  ];
}
