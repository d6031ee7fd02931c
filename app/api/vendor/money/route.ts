import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { getVendorMoney } from "@/lib/settlement/queries";
import { VendorMoney } from "@/lib/settlement/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "What the caller's vendor has earned and not been paid",
    auth: ["vendor_admin"],
    returns: VendorMoney,
    handle: async ({ db }) => ok(await getVendorMoney(db)),
  }),
});
