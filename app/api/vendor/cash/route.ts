import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { listCourierCash } from "@/lib/settlement/queries";
import { CourierCashList } from "@/lib/settlement/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The cash each courier carries",
    auth: ["vendor_admin"],
    returns: CourierCashList,
    handle: async ({ db }) => ok(await listCourierCash(db)),
  }),
});
