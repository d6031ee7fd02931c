import { after } from "next/server";
import { runSagasAfter } from "@/lib/flows/run-sagas";
import { refundOrder } from "@/lib/payments/commands";
import { Refund, RefundDraft } from "@/lib/payments/schema";
import { keyed } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Give money of an ended order back",
    auth: ["vendor_admin", "admin"],
    idempotent: true,
    limit: "payments",
    params: IdParams,
    body: RefundDraft,
    status: 201,
    returns: Refund,
    handle: async ({ db, params, body, key, requestId }) => {
      const result = await refundOrder(db, params.id, body, key);
      if (result.body.status === "pending") after(() => runSagasAfter(requestId, result.body.id));
      return keyed(201, result);
    },
  }),
});
