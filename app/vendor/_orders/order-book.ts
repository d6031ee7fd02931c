// The orders on screen, by id. Answers and messages arrive in any order: a version never goes back, and a list that was
// asked for before an order changed cannot take that change away.
import type { Order, OrderStatus } from "@/lib/orders/schema";

/** `touched` is the tick (see `useOrderBook`) at which the order was last written. */
type Entry = { order: Order; touched: number };
export type OrderBook = ReadonlyMap<string, Entry>;

const ENDED: ReadonlySet<OrderStatus> = new Set([
  "DELIVERED",
  "REJECTED",
  "CANCELED_BY_USER",
  "CANCELED_BY_VENDOR",
]);

/** Whether the order has come to its end, happy or not. */
export function isEnded(status: OrderStatus): boolean {
  return ENDED.has(status);
}

/** The book with one order as just answered by the API. An older version than the known one changes nothing. */
export function put(book: OrderBook, order: Order, tick: number): OrderBook {
  const known = book.get(order.id);
  if (known && known.order.version > order.version) return book;
  return new Map(book).set(order.id, { order, touched: tick });
}

/** An order that says nothing new stays the same object: its card is not drawn again. */
function sameIfEqual(known: Order, read: Order): Order {
  return known.version === read.version && JSON.stringify(known) === JSON.stringify(read) ? known : read;
}

/**
 * The book after a whole list of active orders was read. `askedAt` is the tick at which it was asked for: what was written
 * since stays; what the list no longer has is gone.
 */
export function putList(book: OrderBook, orders: Order[], askedAt: number): OrderBook {
  const next = new Map<string, Entry>();
  for (const order of orders) {
    const known = book.get(order.id);
    if (known && known.order.version > order.version) next.set(order.id, known);
    else next.set(order.id, { order: known ? sameIfEqual(known.order, order) : order, touched: askedAt });
  }
  for (const [id, known] of book) {
    if (!next.has(id) && known.touched > askedAt) next.set(id, known);
  }
  return next;
}

/** The orders still under way, the longest waiting first. */
export function activeOrders(book: OrderBook): Order[] {
  return [...book.values()]
    .map(({ order }) => order)
    .filter((order) => !isEnded(order.status))
    .sort((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));
}
