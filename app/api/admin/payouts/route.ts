import { keyed, ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { makePayout } from "@/lib/settlement/commands";
import { listAllPayouts } from "@/lib/settlement/queries";
import { AllPayoutsQuery, Payout, PayoutDraft, PayoutPage } from "@/lib/settlement/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Payouts to vendors, newest first",
    auth: ["admin"],
    query: AllPayoutsQuery,
    returns: PayoutPage,
    handle: async ({ db, query }) => ok(await listAllPayouts(db, query)),
  }),
  POST: route({
    summary: "Pay a vendor all that is open",
    auth: ["admin"],
    idempotent: true,
    body: PayoutDraft,
    status: 201,
    returns: Payout,
    handle: async ({ db, body, key }) => keyed(201, await makePayout(db, body, key)),
  }),
});
