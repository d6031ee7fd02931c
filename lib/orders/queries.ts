// Reading orders as the caller may see them.
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import {
  type CheckQuery,
  type EventsQuery,
  Order,
  OrderEventPage,
  OrderPage,
  type OrdersQuery,
  Quote,
  type QuoteDraft,
  StateCheckPage,
  type VendorOrdersQuery,
  VendorStats,
} from "./schema";

/** What the order would cost and what stands in its way; nothing is reserved. Throws NOT_FOUND for a hidden branch. */
export async function quoteOrder(db: Database, draft: QuoteDraft): Promise<Quote> {
  return Quote.parse(await db.call("quote_order", { draft }));
}

/** One order. Throws NOT_FOUND when it is not the caller's to see. */
export async function getOrder(db: Database, id: string): Promise<Order> {
  return Order.parse(await db.call("get_order", { order_id: id }));
}

/**
 * One order as it was at a time.
 * @throws ApiError NOT_FOUND when it is not the caller's to see now, or did not exist then; VALIDATION_ERROR for a time to come
 */
export async function getOrderAt(db: Database, id: string, at: string): Promise<Order> {
  return Order.parse(await db.call("get_order_at", { order_id: id, moment: at }));
}

/** A page of the caller's orders, newest first. */
export async function listOrders(db: Database, filter: z.infer<typeof OrdersQuery>) {
  return OrderPage.parse(await db.call("list_orders", { filter }));
}

/** A page of the orders of the caller's branches, newest first. */
export async function listVendorOrders(db: Database, filter: z.infer<typeof VendorOrdersQuery>) {
  return OrderPage.parse(await db.call("list_vendor_orders", { filter }));
}

/** What happened to an order, oldest first. */
export async function listOrderEvents(db: Database, id: string, page: z.infer<typeof EventsQuery>) {
  return OrderEventPage.parse(await db.call("list_order_events", { order_id: id, page }));
}

/** Rows compared with what their events rebuild, newest first. Operators only. Throws NOT_FOUND for an id that is none. */
export async function checkRebuiltState(db: Database, filter: z.infer<typeof CheckQuery>) {
  return StateCheckPage.parse(await db.call("check_rebuilt_state", { filter }));
}

/** The caller's vendor in numbers over a period. */
export async function vendorStats(db: Database, period: string): Promise<VendorStats> {
  return VendorStats.parse(await db.call("vendor_stats", { period }));
}
