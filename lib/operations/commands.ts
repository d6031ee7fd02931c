// What an operator does about the queue, each one SQL function (supabase/migrations/*_queue_desk.sql).
import type { Database } from "@/lib/platform/supabase";
import { Affected, type DeadJobSelection, PausedConsumer } from "./schema";

/** Sends dead letters through again, as if for the first time. */
export async function replayJobs(db: Database, selection: DeadJobSelection): Promise<Affected> {
  return Affected.parse(await db.call("replay_jobs", { selection }));
}

/** Gives dead letters up for good. */
export async function discardJobs(db: Database, selection: DeadJobSelection): Promise<Affected> {
  return Affected.parse(await db.call("discard_jobs", { selection }));
}

/** Holds a consumer's jobs back, or lets them go on. Throws NOT_FOUND for a name that is none. */
export async function pauseConsumer(db: Database, name: string, paused: boolean): Promise<PausedConsumer> {
  return PausedConsumer.parse(await db.call("pause_consumer", { consumer_name: name, paused }));
}
