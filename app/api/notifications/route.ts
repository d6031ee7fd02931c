import { listNotifications } from "@/lib/notifications/queries";
import { NotificationPage, NotificationsQuery } from "@/lib/notifications/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "What the caller was told, newest first, and how many they have not read",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    query: NotificationsQuery,
    returns: NotificationPage,
    handle: async ({ db, query }) => ok(await listNotifications(db, query)),
  }),
});
