import { purgePapers } from "@/lib/identity/papers";
import { purgePhotos } from "@/lib/orders/photos";
import { job } from "@/lib/platform/http/job";

export const { GET, POST, PUT, PATCH, DELETE } = job(
  "purge-expired",
  "Delete what is kept for a time only: courier trails 30 days, idempotency keys 24 hours, published events 7, notifications 90, tracking links 30, papers without an application 30, couriers' photographs 90",
  async (db) => ({
    deleted: await db.call("purge_expired"),
    events: await db.call("purge_queue"),
    webhook_deliveries: await db.call("purge_webhook_deliveries"),
    notifications: await db.call("purge_notifications"),
    tracking_links: await db.call("purge_tracking_links"),
    papers: await purgePapers(db),
    photos: await purgePhotos(db),
  }),
);
