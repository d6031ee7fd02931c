import { deletePushSubscription, savePushSubscription } from "@/lib/notifications/commands";
import { listPushDevices } from "@/lib/notifications/queries";
import { PushDevices, PushEndpoint, PushSubscription } from "@/lib/notifications/schema";
import { noContent, ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The caller's browsers that take pushes, the last used first",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    returns: PushDevices,
    handle: async ({ db }) => ok(await listPushDevices(db)),
  }),
  POST: route({
    summary:
      "Let a browser take the caller's pushes, as PushSubscription.toJSON() gives it; the ten used last are kept",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    body: PushSubscription,
    status: 204,
    returns: null,
    changes: false,
    handle: async ({ db, body, request }) => {
      await savePushSubscription(db, body, request.headers.get("user-agent") ?? "");
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
