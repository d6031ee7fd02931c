"use client";
// What a row does to its rule: pausing or resuming it, and removing it. Both can be undone from what tells of them.
import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/toast";
import { api, savedMeanwhile } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import type { PriceRule } from "@/lib/catalog/price-rules";
import { bodyOf, draftOf } from "./rule-draft";

/** `onChanged` gets the rule as it is after a change; `onGone` is called when it has been removed, or is back. */
export function useRuleActions(
  rule: PriceRule,
  onChanged: (rule: PriceRule) => void,
  onGone: () => Promise<void>,
) {
  const t = useTranslations("prices");
  const undo = useTranslations("common")("undo");
  const toast = useToast();
  const path = "/api/vendor/price-rules";

  const change = useAction(async (active: boolean, version?: number): Promise<void> => {
    try {
      onChanged(await api.patch<PriceRule>(`${path}/${rule.id}`, { active, version }));
    } catch (error) {
      const current = savedMeanwhile<PriceRule>(error);
      if (current) onChanged(current);
      throw error;
    }
    const title = t(active ? "resumed" : "pausedNow", { name: rule.name });
    toast({ title, tone: "success", action: { label: undo, run: () => void change.run(!active) } });
  });
  const remove = useAction(async () => {
    await api.delete(`${path}/${rule.id}`);
    const again = bodyOf(draftOf(rule)); // null when all of its products have left the menu: there is nothing to go back to
    const restore = async () => {
      await api.post(path, { ...again, active: rule.active });
      await onGone();
    };
    toast({
      title: t("removed", { name: rule.name }),
      ...(again && { action: { label: undo, run: () => void restore().catch(onGone) } }),
    });
    await onGone();
  });
  return { change, remove };
}
