import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";
import { getPayout } from "@/lib/settlement/queries";
import { PayoutDetail } from "@/lib/settlement/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "One payout with its lines",
    auth: ["vendor_admin", "admin"],
    params: IdParams,
    returns: PayoutDetail,
    handle: async ({ db, params }) => ok(await getPayout(db, params.id)),
  }),
});
