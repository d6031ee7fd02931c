import { deletePriceRule, updatePriceRule } from "@/lib/catalog/price-rule-commands";
import { PriceRule, PriceRulePatch } from "@/lib/catalog/price-rules";
import { invalidate } from "@/lib/platform/cache";
import { noContent, ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route({
    summary: "Change a price rule, pause it or resume it",
    auth: ["vendor_admin"],
    params: IdParams,
    body: PriceRulePatch,
    returns: PriceRule,
    handle: async ({ db, params, body }) => {
      const rule = await updatePriceRule(db, params.id, body);
      invalidate("catalog");
      return ok(rule);
    },
  }),
  DELETE: route({
    summary: "Remove a price rule; orders keep what was paid",
    auth: ["vendor_admin"],
    params: IdParams,
    status: 204,
    returns: null,
    handle: async ({ db, params }) => {
      await deletePriceRule(db, params.id);
      invalidate("catalog");
      return noContent();
    },
  }),
});
