"use client";
// Making or changing a price rule.
import { useTranslations } from "next-intl";
import { Sheet } from "@/components/ui/sheet";
import { useToast } from "@/components/ui/toast";
import type { PriceRule } from "@/lib/catalog/price-rules";
import type { Named } from "../named";
import { RuleForm } from "./rule-form";

/** `rule` is the one to change; null: a new one. */
export function RuleSheet({
  open,
  rule,
  categories,
  branches,
  onClose,
  onSaved,
}: {
  open: boolean;
  rule: PriceRule | null;
  categories: Named[];
  branches: Named[];
  onClose: () => void;
  onSaved: () => Promise<void>;
}) {
  const t = useTranslations("prices");
  const toast = useToast();
  return (
    <Sheet open={open} onClose={onClose} wide title={rule ? t("form.change") : t("add")}>
      {open && (
        <RuleForm
          rule={rule}
          categories={categories}
          branches={branches}
          onSaved={({ name }) => {
            void onSaved();
            toast({ title: t("form.saved", { name }), tone: "success" });
            onClose();
          }}
        />
      )}
    </Sheet>
  );
}
