import { createCategory } from "@/lib/catalog/commands";
import { arrangeCategories } from "@/lib/catalog/menu-commands";
import { CategoryOrder } from "@/lib/catalog/menu-desk";
import { listCategories } from "@/lib/catalog/panel-queries";
import { Category, CategoryPage, NewCategory, VendorScope } from "@/lib/catalog/products";
import { invalidate } from "@/lib/platform/cache";
import { created, ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The menu's categories in order",
    auth: ["vendor_admin"],
    query: VendorScope,
    returns: CategoryPage,
    handle: async ({ db, query }) => ok(await listCategories(db, query.vendor_id)),
  }),
  POST: route({
    summary: "Add a category to the menu",
    auth: ["vendor_admin"],
    body: NewCategory,
    status: 201,
    returns: Category,
    handle: async ({ db, body }) => {
      const category = await createCategory(db, body);
      invalidate("catalog");
      return created(category);
    },
  }),
  PUT: route({
    summary: "Put the menu's categories in another order",
    auth: ["vendor_admin"],
    body: CategoryOrder,
    returns: CategoryPage,
    handle: async ({ db, body }) => {
      const categories = await arrangeCategories(db, body);
      invalidate("catalog");
      return ok(categories);
    },
  }),
});
