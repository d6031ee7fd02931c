import { AdminVendorPage, AdminVendorsQuery, listAdminVendors } from "@/lib/catalog/verification";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "All vendors, newest first",
    auth: ["admin"],
    query: AdminVendorsQuery,
    returns: AdminVendorPage,
    handle: async ({ db, query }) => ok(await listAdminVendors(db, query)),
  }),
});
