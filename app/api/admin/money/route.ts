import { moneyOverview } from "@/lib/payments/queries";
import { MoneyOverview } from "@/lib/payments/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Whether every lira is where it belongs",
    auth: ["admin"],
    returns: MoneyOverview,
    handle: async ({ db }) => ok(await moneyOverview(db)),
  }),
});
