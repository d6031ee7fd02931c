import { deletePushSubscription, savePushSubscription } from "@/lib/notifications/commands";
import { PushEndpoint, PushSubscription } from "@/lib/notifications/schema";
import { noContent } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary:
      "Let a browser take the caller's pushes, as PushSubscription.toJSON() gives it; the ten newest are kept",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    body: PushSubscription,
    status: 204,
    returns: null,
    changes: false,
    handle: async ({ db, body }) => {
      await savePushSubscription(db, body);
      return noContent();
    },
  }),
  DELETE: route({
    summary: "End a browser's pushes",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    query: PushEndpoint,
    status: 204,
    returns: null,
    changes: false,
    handle: async ({ db, query }) => {
      await deletePushSubscription(db, query.endpoint);
      return noContent();
    },
  }),
});
