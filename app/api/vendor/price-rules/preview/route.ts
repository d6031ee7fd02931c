import { previewPriceRule } from "@/lib/catalog/price-rule-commands";
import { PreviewPriceRule, PricePreview } from "@/lib/catalog/price-rules";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "What a price rule would make of prices, before it is saved",
    auth: ["vendor_admin"],
    changes: false,
    body: PreviewPriceRule,
    returns: PricePreview,
    handle: async ({ db, body }) => ok(await previewPriceRule(db, body)),
  }),
});
