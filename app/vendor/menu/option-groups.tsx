"use client";
// The choices a product can offer, defined once and used by many products.
import { ListPlus, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Money } from "@/components/ui/money";
import { Sheet } from "@/components/ui/sheet";
import { useResource } from "@/lib/browser/use-resource";
import type { OptionGroup } from "@/lib/catalog/products";
import { OptionGroupForm } from "./option-group-form";

type List = { data: OptionGroup[]; next_cursor: string | null };

export function OptionGroups({ initial }: { initial: List }) {
  const t = useTranslations("vendor.menu");
  const { data, reload } = useResource<List>("/api/vendor/option-groups", initial);
  const [editing, setEditing] = useState<OptionGroup | "new" | null>(null);
  const groups = data?.data ?? [];
  const known = editing === "new" ? null : editing;
  const add = (
    <Button icon={<ListPlus aria-hidden className="size-4" />} onClick={() => setEditing("new")}>
      {t("addGroup")}
    </Button>
  );
  return (
    <div className="grid gap-4">
      {groups.length === 0 ? (
        <EmptyState icon={<SlidersHorizontal aria-hidden />} title={t("groups.empty")} action={add}>
          {t("groups.emptyHint")}
        </EmptyState>
      ) : (
        <>
          <div className="justify-self-end">{add}</div>
          <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
            {groups.map((group) => (
              <li key={group.id}>
                <Card as="div" className="relative grid h-full content-start gap-2 hover:shadow-raised">
                  <button
                    type="button"
                    aria-label={t("groups.edit", { name: group.name })}
                    onClick={() => setEditing(group)}
                    className="text-left font-display font-bold after:absolute after:inset-0 after:rounded-lg"
                  >
                    {group.name}
                  </button>
                  <p className="text-sm text-ink-3">
                    {t("groups.rule", { min: group.min_choices, max: group.max_choices })} ·{" "}
                    {t("groups.usedBy", { count: group.product_count })}
                  </p>
                  <ul className="grid gap-0.5 text-sm">
                    {group.options.map((option) => (
                      <li key={option.id} className="flex justify-between gap-3">
                        <span className={option.available ? "truncate" : "truncate text-ink-3 line-through"}>
                          {option.name}
                        </span>
                        {option.price_delta_minor !== 0 && (
                          <Money minor={option.price_delta_minor} signed className="text-ink-2" />
                        )}
                      </li>
                    ))}
                  </ul>
                </Card>
              </li>
            ))}
          </ul>
        </>
      )}
      <Sheet
        open={editing !== null}
        onClose={() => setEditing(null)}
        placement="side"
        title={known ? t("groups.edit", { name: known.name }) : t("groups.new")}
      >
        {editing && (
          <OptionGroupForm
            group={known}
            onDone={() => {
              setEditing(null);
              void reload();
            }}
          />
        )}
      </Sheet>
    </div>
  );
}
