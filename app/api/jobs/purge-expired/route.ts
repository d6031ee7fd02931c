import { job } from "@/lib/platform/http/job";

export const { GET, POST, PUT, PATCH, DELETE } = job(
  "purge-expired",
  "Delete courier trails after 30 days, idempotency keys after 24 hours and published events after 7 days",
  async (db) => ({
    deleted: await db.call("purge_expired"),
    events: await db.call("purge_queue"),
  }),
);
