import { noContent } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { revokeTrackingLink } from "@/lib/tracking/commands";
import { TrackingLinkParams } from "@/lib/tracking/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: route({
    summary: "End a tracking link at once",
    auth: ["customer"],
    params: TrackingLinkParams,
    status: 204,
    returns: null,
    changes: false,
    handle: async ({ db, params }) => {
      await revokeTrackingLink(db, params.id, params.linkId);
      return noContent();
    },
  }),
});
