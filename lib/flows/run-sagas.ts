// Takes sagas on to their ends: those that are due, or the one of a payment or refund, right after the request that opened it.
import "server-only";
import { z } from "zod";
import { ProviderRefused } from "@/lib/payments/provider";
import { paymentProvider } from "@/lib/payments/select";
import { log } from "@/lib/platform/logger";
import { count } from "@/lib/platform/metrics";
import { type Database, databaseAsService } from "@/lib/platform/supabase";
import { DueSaga, runStep } from "./saga-steps";

const BATCH = 20;
/** A saga has at most three steps that do not wait; more rounds would only meet new work, which the next call does. */
const ROUNDS = 4;

/**
 * Runs steps until nothing is due. A step that fails is scheduled again (fail_saga) and thrown away here.
 * @param subject only the saga of this payment or refund, due or not
 * @returns how many steps were run
 */
export async function runSagas(db: Database, subject?: string): Promise<number> {
  let ran = 0;
  for (let round = 0; round < (subject ? 1 : ROUNDS); round++) {
    const due = z.array(DueSaga).parse(await db.call("claim_sagas", { batch: BATCH, subject }));
    if (due.length === 0) break;
    await Promise.all(due.map((saga) => advance(db, saga)));
    ran += due.length;
  }
  return ran;
}

/** For `after()`: runs what a request has just opened, and never fails the request for it. */
export async function runSagasAfter(requestId: string, subject?: string): Promise<void> {
  await runSagas(databaseAsService(requestId), subject).catch((error: unknown) =>
    log("error", "sagas could not be run", { request_id: requestId, error: String(error) }),
  );
}

async function advance(db: Database, { id, kind, step, ...about }: DueSaga): Promise<void> {
  try {
    await runStep(kind, step, about, paymentProvider(), db);
    count("kapgel_saga_steps_total", { kind, outcome: "done" });
  } catch (error) {
    count("kapgel_saga_steps_total", { kind, outcome: "failed" });
    log("warn", "a saga's step failed", { saga_id: id, kind, step, error: String(error) });
    await db.call("fail_saga", {
      saga_id: id,
      error: error instanceof Error ? error.message : String(error),
      lasting: error instanceof ProviderRefused,
    });
  }
}
