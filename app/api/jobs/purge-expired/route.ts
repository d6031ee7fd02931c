import { job } from "@/lib/platform/http/job";

export const { GET, POST, PUT, PATCH, DELETE } = job(
  "Delete courier trails after 30 days and idempotency keys after 24 hours",
  async (db) => ({
    deleted: await db.call("purge_expired"),
  }),
);
