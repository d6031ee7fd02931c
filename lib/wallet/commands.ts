// Moving store credit: each a call of one SQL function under its idempotency key (supabase/migrations/*_wallet.sql).
import type { z } from "zod";
import { keyedOf } from "@/lib/platform/http/fields";
import type { Database } from "@/lib/platform/supabase";
import { Adjustment, type AdjustmentDraft, Transfer, type TransferDraft } from "./schema";

const KeyedTransfer = keyedOf(Transfer);
const KeyedAdjustment = keyedOf(Adjustment);

/**
 * Sends credit to another customer.
 * @throws ApiError NOT_FOUND, INSUFFICIENT_FUNDS, VALIDATION_ERROR (to oneself), FORBIDDEN (switched off), IDEMPOTENCY_CONFLICT
 */
export async function transferCredit(db: Database, transfer: z.infer<typeof TransferDraft>, key: string) {
  return KeyedTransfer.parse(await db.call("transfer_credit", { transfer, idempotency_key: key }));
}

/**
 * Corrects a customer's credit as an operator; above the limit it waits for another one.
 * @throws ApiError NOT_FOUND, INSUFFICIENT_FUNDS, IDEMPOTENCY_CONFLICT
 */
export async function adjustWallet(db: Database, adjustment: z.infer<typeof AdjustmentDraft>, key: string) {
  return KeyedAdjustment.parse(await db.call("adjust_wallet", { adjustment, idempotency_key: key }));
}

/**
 * Approves or declines what another operator asked for.
 * @throws ApiError NOT_FOUND, FORBIDDEN (one's own), VERSION_CONFLICT (decided already), INSUFFICIENT_FUNDS
 */
export async function decideAdjustment(db: Database, id: string, decision: "approve" | "decline") {
  return Adjustment.parse(await db.call("decide_adjustment", { adjustment_id: id, decision }));
}
