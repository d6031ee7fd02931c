import { AdminVendor, setVendorVerified, Verification } from "@/lib/catalog/verification";
import { invalidate } from "@/lib/platform/cache";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route({
    summary: "Suspend or reinstate a vendor, with a reason",
    auth: ["admin"],
    params: IdParams,
    body: Verification,
    returns: AdminVendor,
    handle: async ({ db, params, body }) => {
      const vendor = await setVendorVerified(db, params.id, body);
      invalidate("catalog");
      return ok(vendor);
    },
  }),
});
