// People and goods around one shop, and orders brought to where a test needs them. Everything has ids of its own, so that suites run
// beside the demo town, beside each other's leftovers, and twice on one database.
import { randomUUID } from "node:crypto";
import { call, outcome, sql } from "./database.ts";
import { city, MODA, person, product, type Shop, shop } from "./shops.ts";

/** Every status an order can have, in the design's order. */
export const STATUSES = [
  "NEW",
  "CONFIRMED",
  "PREPARING",
  "READY",
  "PICKED_UP",
  "ON_ROUTE",
  "DELIVERED",
  "REJECTED",
  "CANCELED_BY_USER",
  "CANCELED_BY_VENDOR",
] as const;

export type Courier = { id: string; userId: string };
export type World = Shop & { customerId: string; courier: Courier; productId: string };
export type Body = Record<string, unknown>;

/** What the tests read of an order as the API shows it. */
export type Order = {
  id: string;
  number: string;
  status: string;
  version: number;
  total_minor: number;
  subtotal_minor: number;
  delivery_fee_minor: number;
  payment_status: string;
  courier: { id: string; position: Position | null } | null;
  items: { product_id: string; quantity: number; unit_price_minor: number; line_total_minor: number }[];
  allowed_transitions: string[];
};
export type Position = { lat: number; lng: number; at: string; stale: boolean };

/** A shop that never closes, with a customer in its zone, a courier on shift and a product of 100 TL without limit. */
export async function world(): Promise<World> {
  const made = await shop(await city());
  return {
    ...made,
    customerId: await person("customer"),
    courier: await courier(made.vendorId),
    productId: await product(made.vendorId, "Deneme yemeği"),
  };
}

/** A courier of a vendor, on shift unless told otherwise. */
export async function courier(vendorId: string, shift: "online" | "offline" = "online"): Promise<Courier> {
  const userId = await person("courier");
  const [row] = await sql`insert into public.couriers (user_id, vendor_id, shift_status, shift_started_at)
    values (${userId}, ${vendorId}, ${shift}, ${shift === "online" ? sql`now() - interval '1 hour'` : null}) returning id`;
  return { id: row?.id, userId };
}

/** What a branch has of a product; null is without limit. */
export async function setStock(branchId: string, productId: string, quantity: number | null): Promise<void> {
  await sql`insert into public.branch_stock (branch_id, product_id, stock_policy, quantity)
    values (${branchId}, ${productId}, ${quantity === null ? "unlimited" : "counted"}, ${quantity})
    on conflict (branch_id, product_id) do update set stock_policy = excluded.stock_policy, quantity = excluded.quantity`;
}

/** The count a branch has of a product, null when it is not counted. */
export async function stockOf(branchId: string, productId: string): Promise<number | null> {
  const [row] =
    await sql`select quantity from public.branch_stock where branch_id = ${branchId} and product_id = ${productId}`;
  return row?.quantity ?? null;
}

/** The body of an order to the shop's door, of [product, quantity] pairs; `more` overrides. */
export function delivery(to: Shop, items: [string, number][], more: Body = {}): Body {
  return {
    branch_id: to.branchId,
    type: "delivery",
    items: items.map(([product_id, quantity]) => ({ product_id, quantity })),
    address: { text: "Moda Caddesi 12, Kadıköy", lat: MODA.lat, lng: MODA.lng },
    payment_method: "cash",
    ...more,
  };
}

export function pickup(from: Shop, items: [string, number][], more: Body = {}): Body {
  return delivery(from, items, { type: "pickup", address: null, ...more });
}

export type Placed = { replayed: boolean; body: Order };

export function placeWith(customerId: string, body: Body, key: string): Promise<Placed> {
  return call<Placed>(customerId, "place_order", { order_body: body, idempotency_key: key });
}

/** Places an order with a key of its own. */
export async function place(customerId: string, body: Body): Promise<Order> {
  return (await placeWith(customerId, body, randomUUID())).body;
}

export function move(actor: string, orderId: string, to: string, more: Body = {}): Promise<Order> {
  return call<Order>(actor, "transition_order", { order_id: orderId, move: { to, ...more } });
}

export function assign(
  actor: string,
  orderId: string,
  courierId: string | null,
  more: Body = {},
): Promise<Order> {
  return call<Order>(actor, "assign_courier", {
    order_id: orderId,
    assignment: { courier_id: courierId, ...more },
  });
}

const WAY = ["CONFIRMED", "PREPARING", "READY", "PICKED_UP", "ON_ROUTE", "DELIVERED"];

/** Brings a NEW delivery of the world's shop to a status, each step by the one whose step it is. */
export async function bring(
  through: World,
  order: Order,
  status: string,
  by: Courier = through.courier,
): Promise<Order> {
  let now = order;
  for (const next of WAY.slice(0, WAY.indexOf(status) + 1)) {
    if (next === "PICKED_UP") now = await assign(through.ownerId, order.id, by.id);
    now = await move(WAY.indexOf(next) < 3 ? through.ownerId : by.userId, order.id, next);
  }
  return now;
}

/** An order of the world's customer for its product, brought to a status. */
export async function orderAt(here: World, status: string): Promise<Order> {
  const placed = await place(here.customerId, delivery(here, [[here.productId, 1]]));
  return status === "NEW" ? placed : bring(here, placed, status);
}

/** How often each outcome came: {ok: 1, OUT_OF_STOCK: 2}. */
export async function tally(promises: Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of await Promise.all(promises.map(outcome))) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
