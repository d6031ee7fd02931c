import { placeProduct } from "@/lib/catalog/menu-commands";
import { Place } from "@/lib/catalog/menu-desk";
import { Product } from "@/lib/catalog/products";
import { invalidate } from "@/lib/platform/cache";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: route({
    summary: "Put a product before another of its category, or last",
    auth: ["vendor_admin"],
    params: IdParams,
    body: Place,
    returns: Product,
    handle: async ({ db, params, body }) => {
      const product = await placeProduct(db, params.id, body.before);
      invalidate("catalog");
      return ok(product);
    },
  }),
});
