import { listVendorOrders } from "@/lib/orders/queries";
import { OrderPage, VendorOrdersQuery } from "@/lib/orders/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The orders of the caller's branches, newest first",
    auth: ["vendor_admin"],
    query: VendorOrdersQuery,
    returns: OrderPage,
    handle: async ({ db, query }) => ok(await listVendorOrders(db, query)),
  }),
});
