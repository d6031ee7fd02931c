// Opening, answering and deciding disputes, each one SQL function (supabase/migrations/*_disputes.sql).
import type { z } from "zod";
import { keyedOf } from "@/lib/platform/http/fields";
import type { Database } from "@/lib/platform/supabase";
import { Dispute, type DisputeDecision, type DisputeDraft } from "./schema";

const KeyedDispute = keyedOf(Dispute);

/** Says what is wrong with the caller's order. Throws NOT_FOUND, INVALID_TRANSITION (too early, too late, or another one waits). */
export async function openDispute(db: Database, order_id: string, dispute: z.infer<typeof DisputeDraft>) {
  return Dispute.parse(await db.call("open_dispute", { order_id, dispute }));
}

/** Answers as the order's vendor. Throws NOT_FOUND, INVALID_TRANSITION. */
export async function answerDispute(db: Database, dispute_id: string, answer: string) {
  return Dispute.parse(await db.call("answer_dispute", { dispute_id, answer }));
}

/** Decides as an operator; a refund is given in the same transaction. Throws NOT_FOUND, INVALID_TRANSITION, VALIDATION_ERROR. */
export async function decideDispute(
  db: Database,
  dispute_id: string,
  decision: z.infer<typeof DisputeDecision>,
  key: string,
) {
  return KeyedDispute.parse(await db.call("decide_dispute", { dispute_id, decision, idempotency_key: key }));
}
