import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";
import { decideAdjustment } from "@/lib/wallet/commands";
import { Adjustment, AdjustmentDecision } from "@/lib/wallet/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Approve or decline what another operator asked for",
    auth: ["admin"],
    params: IdParams,
    body: AdjustmentDecision,
    returns: Adjustment,
    handle: async ({ db, params, body }) => ok(await decideAdjustment(db, params.id, body.decision)),
  }),
});
