// One consumer and one event, whichever queue brought them together: with a time limit, counted, and never throwing.
import "server-only";
import { log } from "../logger";
import { count } from "../metrics";
import { report } from "../report";
import type { Database } from "../supabase";
import { tracedApart } from "../tracing";
import { type Consumer, Hopeless, type OutboxEvent } from "./consumer";

/** Below every lease (consumers.lease): who holds a job too long must not work on it beside the next. */
const LIMIT_MS = 10_000;

export type Outcome = { error?: string; hopeless?: boolean };

/** Lets `consumer` (undefined: this version knows none of that name) handle `event`. Returns how it ended. */
export async function handled(
  consumer: Consumer | undefined,
  name: string,
  event: OutboxEvent,
  db: Database,
): Promise<Outcome> {
  const signal = AbortSignal.timeout(LIMIT_MS);
  const requestId = event.request_id ?? "";
  try {
    if (!consumer) throw new Error(`This version has no consumer named ${name}.`);
    await tracedApart(`job ${name}`, { "kapgel.consumer": name, "kapgel.request_id": requestId }, () =>
      Promise.race([consumer.handle(event, { db, signal }), aborted(signal)]),
    );
    count("kapgel_jobs_total", { consumer: name, outcome: "done" });
    return {};
  } catch (cause) {
    const error = cause instanceof Error ? cause.message || cause.name : String(cause);
    log("warn", "a consumer failed", { consumer: name, event_id: event.id, type: event.type, error });
    report(cause, { request_id: requestId, consumer: name, event_id: event.id, type: event.type });
    count("kapgel_jobs_total", { consumer: name, outcome: "failed" });
    return { error, hopeless: cause instanceof Hopeless };
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, fail) => {
    signal.addEventListener("abort", () => fail(new Error(`No end within ${LIMIT_MS / 1000} s.`)), {
      once: true,
    });
  });
}
