// Settling: cash from couriers and payouts to vendors, each one SQL function under its key (supabase/migrations/*_settlement.sql).
import type { z } from "zod";
import { keyedOf } from "@/lib/platform/http/fields";
import type { Database } from "@/lib/platform/supabase";
import { HandIn, type HandInDraft, Payout, type PayoutDraft } from "./schema";

const KeyedHandIn = keyedOf(HandIn);
const KeyedPayout = keyedOf(Payout);

/**
 * Takes all the cash a courier of the caller's vendor carries.
 * @throws ApiError NOT_FOUND, INVALID_TRANSITION (carries none), IDEMPOTENCY_CONFLICT
 */
export async function handInCash(db: Database, hand_in: z.infer<typeof HandInDraft>, key: string) {
  return KeyedHandIn.parse(await db.call("hand_in_cash", { hand_in, idempotency_key: key }));
}

/**
 * Pays a vendor all that is open, as an operator.
 * @throws ApiError NOT_FOUND, INVALID_TRANSITION (nothing to pay), IDEMPOTENCY_CONFLICT
 */
export async function makePayout(db: Database, payout: z.infer<typeof PayoutDraft>, key: string) {
  return KeyedPayout.parse(await db.call("make_payout", { payout, idempotency_key: key }));
}
