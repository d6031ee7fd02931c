import { readNotifications } from "@/lib/notifications/commands";
import { ReadMarks, Unread } from "@/lib/notifications/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Mark the caller's notifications as read, some or all",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    body: ReadMarks,
    returns: Unread,
    changes: false,
    handle: async ({ db, body }) => ok(await readNotifications(db, body)),
  }),
});
