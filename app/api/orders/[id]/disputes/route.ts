import { openDispute } from "@/lib/disputes/commands";
import { Dispute, DisputeDraft } from "@/lib/disputes/schema";
import { created } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Say that there is a problem with an order",
    auth: ["customer"],
    params: IdParams,
    body: DisputeDraft,
    status: 201,
    returns: Dispute,
    handle: async ({ db, params, body }) => created(await openDispute(db, params.id, body)),
  }),
});
