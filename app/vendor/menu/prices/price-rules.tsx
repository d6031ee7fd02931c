"use client";
// The price rules: what each does now, a new one, and changing one.
import { BadgePercent, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { NoticeLater } from "@/components/ui/notice-later";
import { useErrorText } from "@/lib/browser/use-error-text";
import { usePages } from "@/lib/browser/use-pages";
import type { PriceRule, PriceRulePage } from "@/lib/catalog/price-rules";
import type { Named } from "../named";
import { RuleRow } from "./rule-row";

const RuleSheet = lazySheet(() => import("./rule-sheet").then((module) => module.RuleSheet));

/** `initial` is the list's first page. */
export function PriceRules({
  initial,
  categories,
  branches,
}: {
  initial: PriceRulePage;
  categories: Named[];
  branches: Named[];
}) {
  const t = useTranslations("prices");
  const errorText = useErrorText();
  const pages = usePages<PriceRule>("/api/vendor/price-rules", initial);
  const [editing, setEditing] = useState<PriceRule | "new" | null>(null);
  const rules = pages.items ?? [];
  const add = (
    <Button
      icon={<Plus aria-hidden className="size-4" />}
      data-testid="rule-new"
      onClick={() => setEditing("new")}
    >
      {t("add")}
    </Button>
  );
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4">
      {pages.error !== null && (
        <NoticeLater tone="warning" live>
          {errorText(pages.error)}
        </NoticeLater>
      )}
      {rules.length === 0 ? (
        <EmptyState icon={<BadgePercent aria-hidden />} title={t("empty")} action={add}>
          {t("emptyHint")}
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="max-w-prose text-sm text-ink-2">{t("rule")}</p>
            {add}
          </div>
          <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-card">
            {rules.map((rule) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                branches={branches}
                onEdit={() => setEditing(rule)}
                onChanged={(changed) =>
                  pages.set((now) => now.map((old) => (old.id === changed.id ? changed : old)))
                }
                onGone={pages.reload}
              />
            ))}
          </ul>
        </>
      )}
      <LoadMore cursor={pages.cursor} pending={pages.loading} onMore={() => void pages.more()} />
      <RuleSheet
        open={editing !== null}
        rule={editing === "new" ? null : editing}
        categories={categories}
        branches={branches}
        onClose={() => setEditing(null)}
        onSaved={pages.reload}
      />
    </div>
  );
}
