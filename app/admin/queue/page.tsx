// The operator's queue: whether what must happen after a change does happen, and the way on where it does not.
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { getQueue, listDeadJobs } from "@/lib/operations/queries";
import { listProjections } from "@/lib/projections/queries";
import { QueueRoom } from "./queue-room";

const PAGE_SIZE = 20;

export default async function QueuePage() {
  await pageUser("admin", "/admin/queue");
  const db = await pageDatabase();
  const [queue, deadJobs, projections] = await Promise.all([
    getQueue(db),
    listDeadJobs(db, { limit: PAGE_SIZE }),
    listProjections(db),
  ]);
  return (
    <QueueRoom
      initial={queue}
      deadJobs={deadJobs}
      projections={projections}
      deadJobsPath={`/api/admin/queue/dead-jobs?limit=${PAGE_SIZE}`}
    />
  );
}
