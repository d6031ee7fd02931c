import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { listPayouts } from "@/lib/settlement/queries";
import { PayoutPage, PayoutsQuery } from "@/lib/settlement/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The vendor's payouts, newest first",
    auth: ["vendor_admin"],
    query: PayoutsQuery,
    returns: PayoutPage,
    handle: async ({ db, query }) => ok(await listPayouts(db, query)),
  }),
});
