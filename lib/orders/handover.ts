// The hand-over at the door and deliveries that fail: what may be told, and the commands (supabase/migrations/*_handover.sql).
import { z } from "zod";
import { ApiError } from "@/lib/platform/errors";
import { keyedOf, Lat, Lng, Time, text, Version } from "@/lib/platform/http/fields";
import type { Database } from "@/lib/platform/supabase";
import { FailureReason, Order } from "./schema";

/** Where and when something happened, by the courier's phone: told late, it keeps its own time. */
const Happened = z.object({
  lat: Lat.nullish(),
  lng: Lng.nullish(),
  accuracy: z.number().min(0).max(100_000).nullish(), // metres
  at: Time.nullish(),
});
const placed = (told: { lat?: number | null | undefined; lng?: number | null | undefined }) =>
  (told.lat ?? null) === null ? (told.lng ?? null) === null : (told.lng ?? null) !== null;
const PLACED = { path: ["lng"], message: "lat and lng come together" };

export const HandOver = Happened.extend({
  code: z
    .string()
    .regex(/^\d{4}$/, "is four digits")
    .nullish(),
}).refine(placed, PLACED);
export const FailureReport = Happened.extend({ reason: FailureReason, note: text(0, 500).nullish() }).refine(
  placed,
  PLACED,
);
export const Verdict = z.object({
  decision: z.enum(["try_again", "cancel"]),
  note: text(0, 500).nullish(),
  version: Version.nullish(),
});
export const Waiver = z.object({ reason: text(1, 500) });

const Keyed = keyedOf(Order);
const HandedOver = keyedOf(z.object({ order: Order.nullable(), attempts_left: z.number().int() }));

/**
 * Hands an order over as its courier, with the customer's code or on the courier's word.
 * @throws ApiError CODE_WRONG with `details.attempts_left`, CODE_REQUIRED, CODE_LOCKED; what a transition throws; IDEMPOTENCY_CONFLICT
 */
export async function handOver(
  db: Database,
  id: string,
  handover: z.infer<typeof HandOver>,
  key: string,
): Promise<z.infer<typeof Keyed>> {
  const { replayed, body } = HandedOver.parse(
    await db.call("hand_over_order", { order_id: id, handover, idempotency_key: key }),
  );
  if (!body.order) {
    throw new ApiError("CODE_WRONG", "That is not the customer's code.", {
      attempts_left: body.attempts_left,
    });
  }
  return { replayed, body: body.order };
}

/** Reports that an order could not be handed over. @throws ApiError INVALID_TRANSITION with `details.current`; NOT_FOUND */
export async function reportFailure(
  db: Database,
  id: string,
  report: z.infer<typeof FailureReport>,
  key: string,
): Promise<z.infer<typeof Keyed>> {
  return Keyed.parse(await db.call("report_failed_delivery", { order_id: id, report, idempotency_key: key }));
}

/** Decides about a failed delivery. @throws ApiError INVALID_TRANSITION or VERSION_CONFLICT with `details.current`; NOT_FOUND */
export async function decideFailure(
  db: Database,
  id: string,
  verdict: z.infer<typeof Verdict>,
): Promise<Order> {
  return Order.parse(await db.call("decide_failed_delivery", { order_id: id, verdict }));
}

/** Lets an order be handed over without its code. @throws ApiError INVALID_TRANSITION with `details.current`; NOT_FOUND */
export async function waiveCode(db: Database, id: string, waiver: z.infer<typeof Waiver>): Promise<Order> {
  return Order.parse(await db.call("waive_handover_code", { order_id: id, waiver }));
}
