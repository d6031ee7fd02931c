import { listDisputes } from "@/lib/disputes/queries";
import { DisputePage, DisputesQuery } from "@/lib/disputes/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Problems with orders, newest first: the caller's own, their vendor's, or for an operator all",
    auth: ["customer", "vendor_admin", "admin"],
    query: DisputesQuery,
    returns: DisputePage,
    handle: async ({ db, query }) => ok(await listDisputes(db, query)),
  }),
});
