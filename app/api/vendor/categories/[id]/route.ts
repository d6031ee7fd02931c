import { deleteCategory, updateCategory } from "@/lib/catalog/commands";
import { Category, CategoryPatch } from "@/lib/catalog/products";
import { invalidate } from "@/lib/platform/cache";
import { noContent, ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route({
    summary: "Rename or move a category",
    auth: ["vendor_admin"],
    params: IdParams,
    body: CategoryPatch,
    returns: Category,
    handle: async ({ db, params, body }) => {
      const category = await updateCategory(db, params.id, body);
      invalidate("catalog");
      return ok(category);
    },
  }),
  DELETE: route({
    summary: "Delete an empty category",
    auth: ["vendor_admin"],
    params: IdParams,
    status: 204,
    returns: null,
    handle: async ({ db, params }) => {
      await deleteCategory(db, params.id);
      invalidate("catalog");
      return noContent();
    },
  }),
});
