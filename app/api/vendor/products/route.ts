import { createProduct } from "@/lib/catalog/commands";
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
});
