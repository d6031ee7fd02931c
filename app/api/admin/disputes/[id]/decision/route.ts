import { after } from "next/server";
import { decideDispute } from "@/lib/disputes/commands";
import { Dispute, DisputeDecision } from "@/lib/disputes/schema";
import { runSagasAfter } from "@/lib/flows/run-sagas";
import { keyed } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Decide a dispute: refund, or refuse with a reason",
    auth: ["admin"],
    idempotent: true,
    limit: "payments",
    params: IdParams,
    body: DisputeDecision,
    returns: Dispute,
    handle: async ({ db, params, body, key, requestId }) => {
      const result = await decideDispute(db, params.id, body, key);
      if (result.body.outcome === "refunded") after(() => runSagasAfter(requestId));
      return keyed(200, result);
    },
  }),
});
