import { getEarnings } from "@/lib/couriers/queries";
import { Earnings } from "@/lib/couriers/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "What the calling courier delivered today and this week",
    auth: ["courier"],
    returns: Earnings,
    handle: async ({ db }) => ok(await getEarnings(db)),
  }),
});
