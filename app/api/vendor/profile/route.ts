import { updateVendorProfile } from "@/lib/catalog/commands";
import { getVendorProfile } from "@/lib/catalog/panel-queries";
import { VendorScope } from "@/lib/catalog/products";
import { Profile, ProfilePatch } from "@/lib/catalog/profile";
import { invalidate } from "@/lib/platform/cache";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "How the vendor shows itself: picture and description, with its name and kind",
    auth: ["vendor_admin"],
    query: VendorScope,
    returns: Profile,
    handle: async ({ db, query }) => ok(await getVendorProfile(db, query.vendor_id)),
  }),
  PATCH: route({
    summary: "Change the vendor's picture or description",
    auth: ["vendor_admin"],
    body: ProfilePatch,
    returns: Profile,
    handle: async ({ db, body }) => {
      const profile = await updateVendorProfile(db, body);
      invalidate("catalog");
      return ok(profile);
    },
  }),
});
