// Brings what happened to those who act on it: from the scheduler's call, after a request that changed something, or in a worker.
import "server-only";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/logger";
import { perProcess } from "@/lib/platform/per-process";
import type { Queue } from "@/lib/platform/queue/consumer";
import { queueOf } from "@/lib/platform/queue/queue";
import { databaseAsService } from "@/lib/platform/supabase";
import { consumers } from "./consumers";

const PARALLEL = 2; // requests come first
const KICK_MS = 5_000;

// One at a time.
const kick = perProcess("kick", () => ({ running: false, again: false }));

/** The queue with all of the house's consumers. */
export function houseQueue(requestId: string): Queue {
  return queueOf(consumers, databaseAsService(requestId));
}

/**
 * For `after()`: does what is due now, unless this process is at it already, which then looks once more, or workers of their own do it
 * (QUEUE_KICK=off). Never fails the request.
 */
export async function runQueueAfter(requestId: string): Promise<void> {
  if (env().QUEUE_KICK === "off") return;
  if (kick.running) {
    kick.again = true;
    return;
  }
  kick.running = true;
  try {
    do {
      kick.again = false;
      await houseQueue(requestId).drain({ parallel: PARALLEL, ms: KICK_MS });
    } while (kick.again);
  } catch (error) {
    log("error", "the queue could not be run", { request_id: requestId, error: String(error) });
  } finally {
    kick.running = false;
  }
}
