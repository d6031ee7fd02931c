import { keyed, ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { adjustWallet } from "@/lib/wallet/commands";
import { listAdjustments } from "@/lib/wallet/queries";
import { Adjustment, AdjustmentDraft, AdjustmentPage, AdjustmentsQuery } from "@/lib/wallet/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Corrections of store credit, newest first",
    auth: ["admin"],
    query: AdjustmentsQuery,
    returns: AdjustmentPage,
    handle: async ({ db, query }) => ok(await listAdjustments(db, query)),
  }),
  POST: route({
    summary: "Correct a customer's store credit",
    auth: ["admin"],
    idempotent: true,
    body: AdjustmentDraft,
    status: 201,
    returns: Adjustment,
    handle: async ({ db, body, key }) => keyed(201, await adjustWallet(db, body, key)),
  }),
});
