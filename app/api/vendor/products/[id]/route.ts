import { deleteProduct, updateProduct } from "@/lib/catalog/commands";
import { Product, ProductPatch } from "@/lib/catalog/products";
import { invalidate } from "@/lib/platform/cache";
import { noContent, ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route({
    summary: "Change a product",
    auth: ["vendor_admin"],
    params: IdParams,
    body: ProductPatch,
    returns: Product,
    handle: async ({ db, params, body }) => {
      const product = await updateProduct(db, params.id, body);
      invalidate("catalog");
      return ok(product);
    },
  }),
  DELETE: route({
    summary: "Take a product off the menu for good; orders keep it",
    auth: ["vendor_admin"],
    params: IdParams,
    status: 204,
    returns: null,
    handle: async ({ db, params }) => {
      await deleteProduct(db, params.id);
      invalidate("catalog");
      return noContent();
    },
  }),
});
