// Which orders and couriers a filter leaves on the map, and the markers they become.
import type { MapMarker } from "@/components/map/marker";
import type { Town } from "@/lib/desk/schema";

export const SHOWS = ["all", "late", "road", "unassigned"] as const;
export type Show = (typeof SHOWS)[number];
export const isShow = (value: unknown): value is Show => SHOWS.some((show) => show === value);

type Order = Town["orders"][number];
const ON_THE_ROAD = new Set<Order["status"]>(["PICKED_UP", "ON_ROUTE"]);
const FITS: Record<Show, (order: Order) => boolean> = {
  all: () => true,
  late: ({ late }) => late,
  road: ({ status }) => ON_THE_ROAD.has(status),
  unassigned: ({ type, courier_id }) => type === "delivery" && courier_id === null,
};

/** The orders a filter means, and the couriers who carry them; with no filter, every courier on shift. */
export function shownOf(town: Town, show: Show): Pick<Town, "orders" | "couriers"> {
  const orders = town.orders.filter(FITS[show]);
  const carriers = new Set(orders.map(({ courier_id }) => courier_id));
  return { orders, couriers: town.couriers.filter(({ id }) => show === "all" || carriers.has(id)) };
}

/** A marker for each branch once, each door, and each courier whose place is known. `doorOf` names an order's door. */
export function markersOf(
  { orders, couriers }: Pick<Town, "orders" | "couriers">,
  doorOf: (order: Order) => string,
): MapMarker[] {
  const branches = new Map(orders.map(({ branch }) => [branch.id, branch]));
  return [
    ...[...branches.values()].map(
      ({ id, name, lat, lng }): MapMarker => ({
        id: `branch-${id}`,
        kind: "branch",
        lat,
        lng,
        label: name,
      }),
    ),
    ...orders.flatMap((order): MapMarker[] =>
      order.address ? [{ id: `door-${order.id}`, kind: "home", ...order.address, label: doorOf(order) }] : [],
    ),
    ...couriers.flatMap(({ id, full_name, position }): MapMarker[] => {
      if (!position) return [];
      const { lat, lng, heading, stale } = position;
      return [{ id: `courier-${id}`, kind: "courier", lat, lng, heading, stale, label: full_name }];
    }),
  ];
}
