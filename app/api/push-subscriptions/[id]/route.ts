import { removePushDevice } from "@/lib/notifications/commands";
import { noContent } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: route({
    summary: "End the pushes of one of the caller's browsers from any other",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    params: IdParams,
    status: 204,
    returns: null,
    changes: false,
    handle: async ({ db, params }) => {
      await removePushDevice(db, params.id);
      return noContent();
    },
  }),
});
