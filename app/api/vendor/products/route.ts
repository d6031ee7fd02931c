import { createProduct } from "@/lib/catalog/commands";
import { editProducts } from "@/lib/catalog/menu-commands";
import { EditedProducts, ProductEdits } from "@/lib/catalog/menu-desk";
import { listVendorProducts } from "@/lib/catalog/panel-queries";
import { NewProduct, Product, ProductPage, ProductsQuery } from "@/lib/catalog/products";
import { invalidate } from "@/lib/platform/cache";
import { created, ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The vendor's products with each branch's stock, in menu order",
    auth: ["vendor_admin"],
    query: ProductsQuery,
    returns: ProductPage,
    handle: async ({ db, query }) => ok(await listVendorProducts(db, query)),
  }),
  POST: route({
    summary: "Put a product on the menu",
    auth: ["vendor_admin"],
    body: NewProduct,
    status: 201,
    returns: Product,
    handle: async ({ db, body }) => {
      const product = await createProduct(db, body);
      invalidate("catalog");
      return created(product);
    },
  }),
  PATCH: route({
    summary: "Change many products at once, all or none",
    auth: ["vendor_admin"],
    body: ProductEdits,
    maxBytes: 1024 * 1024, // 2,000 products with every field that may be changed
    returns: EditedProducts,
    handle: async ({ db, body }) => {
      const products = await editProducts(db, body);
      invalidate("catalog");
      return ok(products);
    },
  }),
});
