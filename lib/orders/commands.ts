// Changing orders: each a call of one SQL function, which locks, checks and records (supabase/migrations/*_order_commands.sql).
import type { z } from "zod";
import { ApiError } from "@/lib/platform/errors";
import { keyedOf } from "@/lib/platform/http/fields";
import type { Database } from "@/lib/platform/supabase";
import { type Assignment, Order, type PlaceOrder, Quote, type Transition } from "./schema";

const Keyed = keyedOf(Order);

/**
 * Places an order once per key, however often it is asked.
 * @returns the order, and whether it is the stored answer of an earlier request
 * @throws ApiError what the quote lists as its first problem; PRICE_CHANGED with `details.quote`; IDEMPOTENCY_CONFLICT; NOT_FOUND
 */
export async function placeOrder(
  db: Database,
  order: PlaceOrder,
  key: string,
): Promise<z.infer<typeof Keyed>> {
  const placed = db
    .call("place_order", { order_body: order, idempotency_key: key })
    .catch((error: unknown) => {
      if (!(error instanceof ApiError) || error.code !== "PRICE_CHANGED") throw error;
      // The database's quote says more than customers are told.
      throw new ApiError(error.code, error.message, { quote: Quote.parse(error.details.quote) });
    });
  return Keyed.parse(await placed);
}

/**
 * Moves an order along as whoever calls.
 * @throws ApiError INVALID_TRANSITION or VERSION_CONFLICT with `details.current`; FORBIDDEN; COURIER_OFFLINE; NOT_FOUND
 */
export async function transitionOrder(
  db: Database,
  id: string,
  move: z.infer<typeof Transition>,
): Promise<Order> {
  return Order.parse(await db.call("transition_order", { order_id: id, move }));
}

/**
 * Gives an order to a courier of its vendor, or takes it back with null.
 * @throws ApiError VERSION_CONFLICT, INVALID_TRANSITION or COURIER_BUSY with `details.current`; COURIER_OFFLINE; NOT_FOUND
 */
export async function assignCourier(
  db: Database,
  id: string,
  assignment: z.infer<typeof Assignment>,
): Promise<Order> {
  return Order.parse(await db.call("assign_courier", { order_id: id, assignment }));
}
