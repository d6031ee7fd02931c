import { listAddresses, saveAddress } from "@/lib/identity/account";
import { Address, AddressPage, NewAddress } from "@/lib/identity/schema";
import { created, ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The caller's saved addresses, newest first",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    returns: AddressPage,
    handle: async ({ db }) => ok(await listAddresses(db)),
  }),
  POST: route({
    summary: "Save an address",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    body: NewAddress,
    status: 201,
    returns: Address,
    handle: async ({ db, body }) => created(await saveAddress(db, body)),
  }),
});
