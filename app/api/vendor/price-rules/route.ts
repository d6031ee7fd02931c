import { createPriceRule, listPriceRules } from "@/lib/catalog/price-rule-commands";
import { NewPriceRule, PriceRule, PriceRulePage, PriceRulesQuery } from "@/lib/catalog/price-rules";
import { invalidate } from "@/lib/platform/cache";
import { created, ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The vendor's price rules with what they do now, newest first",
    auth: ["vendor_admin"],
    query: PriceRulesQuery,
    returns: PriceRulePage,
    handle: async ({ db, query }) => ok(await listPriceRules(db, query)),
  }),
  POST: route({
    summary: "Make a price rule: products cost less on some weekdays at some hours",
    auth: ["vendor_admin"],
    body: NewPriceRule,
    status: 201,
    returns: PriceRule,
    handle: async ({ db, body }) => {
      const rule = await createPriceRule(db, body);
      invalidate("catalog");
      return created(rule);
    },
  }),
});
