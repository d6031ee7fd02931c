import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { getTracking } from "@/lib/tracking/queries";
import { Tracking, TrackingParams } from "@/lib/tracking/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary:
      "One order as whoever holds its tracking link sees it: status, time, and the courier on the road",
    auth: "public",
    params: TrackingParams,
    returns: Tracking,
    handle: async ({ db, params }) => ok(await getTracking(db, params.token)),
  }),
});
