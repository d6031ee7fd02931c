import { createCourier } from "@/lib/couriers/commands";
import { listVendorCouriers } from "@/lib/couriers/queries";
import { Courier, CourierPage, CouriersQuery, NewCourier } from "@/lib/couriers/schema";
import { created, ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The couriers of the caller's vendor; an operator names the vendor",
    auth: ["vendor_admin", "admin"],
    query: CouriersQuery,
    returns: CourierPage,
    handle: async ({ db, query }) => ok(await listVendorCouriers(db, query.vendor_id)),
  }),
  POST: route({
    summary: "Make a courier of the caller's vendor, with an account that can sign in at once",
    auth: ["vendor_admin"],
    body: NewCourier,
    status: 201,
    returns: Courier,
    handle: async ({ db, body }) => created(await createCourier(db, body)),
  }),
});
