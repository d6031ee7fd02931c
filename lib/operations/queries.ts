// Reading the queue. Operators only.
import type { z } from "zod";
import { env } from "@/lib/platform/env";
import type { Database } from "@/lib/platform/supabase";
import { DeadJobPage, type DeadJobsQuery, JobOutcomes, type OutcomesQuery, QueueState } from "./schema";

/** How the queue stands now, and the hour behind it. */
export async function getQueue(db: Database): Promise<QueueState> {
  const state = (await db.call("get_queue")) as object;
  return QueueState.parse({ ...state, driver: env().QUEUE_DRIVER });
}

/** A page of dead letters, newest first. */
export async function listDeadJobs(
  db: Database,
  filter: Partial<z.infer<typeof DeadJobsQuery>> = {},
): Promise<DeadJobPage> {
  return DeadJobPage.parse(await db.call("list_dead_jobs", { filter }));
}

/** What became of replayed jobs, in the order asked. */
export async function getJobOutcomes(
  db: Database,
  { jobs }: z.infer<typeof OutcomesQuery>,
): Promise<JobOutcomes> {
  const asked = jobs.map((job) => {
    const [consumer = "", event_id = ""] = job.split(":");
    return { consumer, event_id };
  });
  return JobOutcomes.parse(await db.call("get_job_outcomes", { jobs: asked }));
}
