import { deleteOptionGroup, saveOptionGroup } from "@/lib/catalog/commands";
import { NewOptionGroup, OptionGroup } from "@/lib/catalog/products";
import { invalidate } from "@/lib/platform/cache";
import { noContent, ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: route({
    summary: "Replace an option group; options named by id stay themselves",
    auth: ["vendor_admin"],
    params: IdParams,
    body: NewOptionGroup,
    returns: OptionGroup,
    handle: async ({ db, params, body }) => {
      const group = await saveOptionGroup(db, body, params.id);
      invalidate("catalog");
      return ok(group);
    },
  }),
  DELETE: route({
    summary: "Delete an option group, from its products too",
    auth: ["vendor_admin"],
    params: IdParams,
    status: 204,
    returns: null,
    handle: async ({ db, params }) => {
      await deleteOptionGroup(db, params.id);
      invalidate("catalog");
      return noContent();
    },
  }),
});
