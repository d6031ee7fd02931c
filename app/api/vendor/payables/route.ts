import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { listPayables } from "@/lib/settlement/queries";
import { PayablePage, PayablesQuery } from "@/lib/settlement/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "What each order left the vendor, deduction by deduction",
    auth: ["vendor_admin"],
    query: PayablesQuery,
    returns: PayablePage,
    handle: async ({ db, query }) => ok(await listPayables(db, query)),
  }),
});
