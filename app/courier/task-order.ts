// Facts of a courier's tasks, worked out from the orders alone.
import { metresBetween } from "@/lib/format/distance";
import type { Order } from "@/lib/orders/schema";

type Point = { lat: number; lng: number };

// What already rides comes before what waits at the counter, that before what is still in the kitchen.
const RANK: Partial<Record<Order["status"], number>> = {
  ON_ROUTE: 0,
  PICKED_UP: 1,
  READY: 2,
  PREPARING: 3,
  CONFIRMED: 4,
};

/** The tasks in the order in which to do them; of equal ones the earlier promise first. */
export function inWorkOrder(tasks: readonly Order[]): Order[] {
  const rank = (order: Order) => RANK[order.status] ?? 9;
  return [...tasks].sort((a, b) => rank(a) - rank(b) || Date.parse(a.eta_at) - Date.parse(b.eta_at));
}

/** Whether the goods are with the courier. */
export function isOnTheRoad({ status }: Pick<Order, "status">): boolean {
  return status === "PICKED_UP" || status === "ON_ROUTE";
}

/** How many pieces are in the bag. */
export function pieces({ items }: Pick<Order, "items">): number {
  return items.reduce((sum, item) => sum + item.quantity, 0);
}

/** Where the courier has to go now: the branch until the goods are taken, then the door. */
export function destination(order: Order): Point & { place: "branch" | "door" } {
  if (order.address && isOnTheRoad(order))
    return { place: "door", lat: order.address.lat, lng: order.address.lng };
  return { place: "branch", lat: order.branch.lat, lng: order.branch.lng };
}

/** Metres to ride: from the courier (where known) to the branch unless taken, and on to the door. */
export function legs(order: Order, here: Point | null): { toBranch: number | null; toDoor: number | null } {
  const { branch, address } = order;
  const riding = isOnTheRoad(order);
  const from = riding ? here : branch;
  return {
    toBranch: here && !riding ? metresBetween(here, branch) : null,
    toDoor: address && from ? metresBetween(from, address) : null,
  };
}

/** Who shows the way: `phone` is whatever the phone opens places with. */
export const MAPS_APPS = ["google", "apple", "yandex", "phone"] as const;
export type MapsApp = (typeof MAPS_APPS)[number];

/** Whether a kept value is a maps app. */
export function isMapsApp(value: unknown): value is MapsApp {
  return MAPS_APPS.some((app) => app === value);
}

/** A link that opens turn-by-turn directions. */
export function directionsUrl({ lat, lng }: Point, app: MapsApp = "google"): string {
  return {
    google: `https://www.google.com/maps/dir/?api=1&destination=${lat},${lng}`,
    apple: `https://maps.apple.com/?daddr=${lat},${lng}&dirflg=d`,
    yandex: `https://yandex.com.tr/harita/?rtext=~${lat},${lng}&rtt=auto`,
    phone: `geo:${lat},${lng}?q=${lat},${lng}`,
  }[app];
}

/** The message name of a step a courier may take. */
export function stepName(to: Order["status"]): "PICKED_UP" | "ON_ROUTE" | "DELIVERED" | "other" {
  return to === "PICKED_UP" || to === "ON_ROUTE" || to === "DELIVERED" ? to : "other";
}
