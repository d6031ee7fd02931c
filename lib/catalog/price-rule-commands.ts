// What a vendor does about its price rules, each by one SQL function (supabase/migrations/*_price_rules.sql). All throw NOT_FOUND for ids of
// another vendor.
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import {
  type NewPriceRule,
  type PreviewPriceRule,
  PricePreview,
  PriceRule,
  PriceRulePage,
  type PriceRulePatch,
  type PriceRulesQuery,
} from "./price-rules";

/** A page of the vendor's rules, newest first. */
export async function listPriceRules(
  db: Database,
  filter: Partial<z.infer<typeof PriceRulesQuery>> = {},
): Promise<PriceRulePage> {
  return PriceRulePage.parse(await db.call("list_price_rules", { filter }));
}

/** Throws VALIDATION_ERROR for a rule that says too little, and past 100 rules. */
export async function createPriceRule(db: Database, rule: NewPriceRule): Promise<PriceRule> {
  return PriceRule.parse(await db.call("create_price_rule", { body: rule }));
}

/** As createPriceRule; also VERSION_CONFLICT with `details.current`. */
export async function updatePriceRule(
  db: Database,
  id: string,
  patch: z.infer<typeof PriceRulePatch>,
): Promise<PriceRule> {
  return PriceRule.parse(await db.call("update_price_rule", { rule_id: id, patch }));
}

/** Prices are the regular ones from then on; orders keep what was paid. */
export async function deletePriceRule(db: Database, id: string): Promise<void> {
  await db.call("delete_price_rule", { rule_id: id });
}

/** What such a rule would make of prices; nothing is saved. */
export async function previewPriceRule(
  db: Database,
  rule: z.infer<typeof PreviewPriceRule>,
): Promise<PricePreview> {
  return PricePreview.parse(await db.call("preview_price_rule", { body: rule }));
}
