// What the clock asks for. Each run is noted, so that an operator sees when a job last went well and how late it is.
import "server-only";
import { log } from "./logger";
import type { Database } from "./supabase";

/** Runs a scheduled job and notes how it went. Returns or throws what `run` does: a note that fails is no failure of the job. */
export async function scheduled<T>(db: Database, name: string, run: () => Promise<T>): Promise<T> {
  await noted(db.call("begin_scheduled_job", { job_name: name }));
  try {
    const result = await run();
    await noted(db.call("end_scheduled_job", { job_name: name, result: result as never }));
    return result;
  } catch (error) {
    await noted(db.call("end_scheduled_job", { job_name: name, error: String(error) }));
    throw error;
  }
}

async function noted(note: Promise<unknown>): Promise<void> {
  await note.catch((error: unknown) =>
    log("warn", "a scheduled job's run could not be noted", { error: String(error) }),
  );
}
