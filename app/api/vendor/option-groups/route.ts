import { saveOptionGroup } from "@/lib/catalog/commands";
import { listOptionGroups } from "@/lib/catalog/panel-queries";
import { NewOptionGroup, OptionGroup, OptionGroupPage, VendorScope } from "@/lib/catalog/products";
import { invalidate } from "@/lib/platform/cache";
import { created, ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The vendor's option groups by name",
    auth: ["vendor_admin"],
    query: VendorScope,
    returns: OptionGroupPage,
    handle: async ({ db, query }) => ok(await listOptionGroups(db, query.vendor_id)),
  }),
  POST: route({
    summary: "Make an option group with its options",
    auth: ["vendor_admin"],
    body: NewOptionGroup,
    status: 201,
    returns: OptionGroup,
    handle: async ({ db, body }) => {
      const group = await saveOptionGroup(db, body);
      invalidate("catalog");
      return created(group);
    },
  }),
});
