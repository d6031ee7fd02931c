import { setStock } from "@/lib/catalog/commands";
import { SetStock, Stock } from "@/lib/catalog/products";
import { invalidate } from "@/lib/platform/cache";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: route({
    summary: "Set what a branch has of a product",
    auth: ["vendor_admin"],
    params: IdParams,
    body: SetStock,
    returns: Stock,
    handle: async ({ db, params, body }) => {
      const stock = await setStock(db, params.id, body);
      invalidate(`branch:${stock.branch_id}`);
      return ok(stock);
    },
  }),
});
