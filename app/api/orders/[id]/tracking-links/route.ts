import { created, ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";
import { createTrackingLink } from "@/lib/tracking/commands";
import { listTrackingLinks } from "@/lib/tracking/queries";
import { MadeTrackingLink, TrackingLinks } from "@/lib/tracking/schema";

// No Idempotency-Key: a stored answer would keep the token, which is told once and kept nowhere. Two links do no harm.
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The links by which others follow the caller's order",
    auth: ["customer"],
    params: IdParams,
    returns: TrackingLinks,
    handle: async ({ db, params }) => ok(await listTrackingLinks(db, params.id)),
  }),
  POST: route({
    summary:
      "Make a link by which somebody without an account follows the caller's running order; its address is told this once",
    auth: ["customer"],
    params: IdParams,
    status: 201,
    returns: MadeTrackingLink,
    changes: false,
    handle: async ({ db, params }) => created(await createTrackingLink(db, params.id)),
  }),
});
