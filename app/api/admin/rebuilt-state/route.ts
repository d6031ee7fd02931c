import { checkRebuiltState } from "@/lib/orders/queries";
import { CheckQuery, StateCheckPage } from "@/lib/orders/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Whether orders or wallets are what their events say",
    auth: ["admin"],
    query: CheckQuery,
    returns: StateCheckPage,
    handle: async ({ db, query }) => ok(await checkRebuiltState(db, query)),
  }),
});
