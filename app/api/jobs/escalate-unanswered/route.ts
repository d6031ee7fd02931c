import { EscalationResult } from "@/lib/orders/alarms";
import { invalidate } from "@/lib/platform/cache";
import { job } from "@/lib/platform/http/job";

export const { GET, POST, PUT, PATCH, DELETE } = job(
  "escalate-unanswered",
  "Call vendors about orders that nobody has answered or seen, and pause branches where nobody is",
  async (db) => {
    const taken = EscalationResult.parse(await db.call("escalate_unanswered"));
    if (taken.pause) {
      invalidate("catalog"); // those branches are not open any more
    }
    return taken;
  },
);
