import { after } from "next/server";
import { runSagasAfter } from "@/lib/flows/run-sagas";
import { decideFailure, Verdict } from "@/lib/orders/handover";
import { Order } from "@/lib/orders/schema";
import { invalidate } from "@/lib/platform/cache";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Decide about a failed delivery: try again, or cancel and give the money back",
    auth: ["vendor_admin", "admin"],
    params: IdParams,
    body: Verdict,
    returns: Order,
    handle: async ({ db, params, body, requestId }) => {
      const order = await decideFailure(db, params.id, body);
      invalidate(`branch:${order.branch.id}`); // what came back is on the menu again
      if (order.refunds.some(({ status }) => status === "pending")) after(() => runSagasAfter(requestId));
      return ok(order);
    },
  }),
});
