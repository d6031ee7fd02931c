import { invalidate } from "@/lib/platform/cache";
import { job } from "@/lib/platform/http/job";

export const { GET, POST, PUT, PATCH, DELETE } = job(
  "reject-unconfirmed",
  "Reject the orders that no branch confirmed in time",
  async (db) => {
    const rejected = await db.call("reject_unconfirmed_orders");
    if (rejected) {
      invalidate("catalog"); // their stock is back, on whichever menus
    }
    return { rejected };
  },
);
