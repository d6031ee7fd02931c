"use client";
// The menu's headings in order. Moving one writes the positions that changed, and only those.
import { ArrowDown, ArrowUp, ListPlus, Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { Category } from "@/lib/catalog/products";
import { CategorySheet } from "./category-sheet";

type List = { data: Category[]; next_cursor: string | null };

export function Categories({ initial }: { initial: List }) {
  const t = useTranslations("vendor.menu");
  const errorText = useErrorText();
  const toast = useToast();
  const router = useRouter();
  const { data, mutate, reload } = useResource<List>("/api/vendor/categories", initial);
  const [editing, setEditing] = useState<Category | "new" | null>(null);
  const categories = data?.data ?? [];

  async function settle() {
    await reload();
    router.refresh();
  }

  const move = useAction(async (from: number, to: number) => {
    const next = categories.toSpliced(from, 1);
    const moved = categories[from];
    if (!moved) return;
    next.splice(to, 0, moved);
    const placed = next.map((category, position) => ({ ...category, position }));
    mutate({ data: placed, next_cursor: null });
    try {
      const old = new Map(categories.map(({ id, position }) => [id, position]));
      for (const { id, position } of placed) {
        if (old.get(id) !== position) await api.patch(`/api/vendor/categories/${id}`, { position });
      }
    } catch (error) {
      toast({ title: errorText(error), tone: "danger" });
    }
    await settle();
  });

  const remove = useAction(async ({ id, name }: Category) => {
    try {
      await api.delete(`/api/vendor/categories/${id}`);
      toast({ title: t("categories.deleted", { name }) });
    } catch (error) {
      const count = error instanceof ApiError ? error.details.product_count : undefined;
      const full = typeof count === "number";
      toast({
        title: full ? t("categories.notEmpty", { name, count }) : errorText(error),
        tone: "danger",
      });
    }
    await settle();
  });

  const add = (
    <Button icon={<ListPlus aria-hidden className="size-4" />} onClick={() => setEditing("new")}>
      {t("addCategory")}
    </Button>
  );
  const busy = move.pending || remove.pending;
  return (
    <div className="grid max-w-3xl gap-4">
      {categories.length === 0 ? (
        <EmptyState title={t("categories.empty")} action={add}>
          {t("categories.emptyHint")}
        </EmptyState>
      ) : (
        <>
          <div className="justify-self-end">{add}</div>
          <Card as="div" flush>
            <ol className="divide-y divide-line">
              {categories.map((category, index) => {
                const { name } = category;
                return (
                  <li key={category.id} className="flex items-center gap-1 py-2 pr-2 pl-4">
                    <span className="grid min-w-0 flex-1">
                      <span className="truncate font-semibold">{name}</span>
                      <span className="text-sm text-ink-3">
                        {t("categories.count", { count: category.product_count })}
                      </span>
                    </span>
                    <IconButton
                      label={t("categories.up", { name })}
                      icon={<ArrowUp aria-hidden className="size-4.5" />}
                      disabled={busy || index === 0}
                      onClick={() => void move.run(index, index - 1)}
                    />
                    <IconButton
                      label={t("categories.down", { name })}
                      icon={<ArrowDown aria-hidden className="size-4.5" />}
                      disabled={busy || index === categories.length - 1}
                      onClick={() => void move.run(index, index + 1)}
                    />
                    <IconButton
                      label={t("categories.rename", { name })}
                      icon={<Pencil aria-hidden className="size-4.5" />}
                      onClick={() => setEditing(category)}
                    />
                    <IconButton
                      label={t("categories.delete", { name })}
                      icon={<Trash2 aria-hidden className="size-4.5" />}
                      disabled={busy}
                      onClick={() => void remove.run(category)}
                    />
                  </li>
                );
              })}
            </ol>
          </Card>
        </>
      )}
      <CategorySheet
        editing={editing}
        nextPosition={categories.length}
        onClose={() => setEditing(null)}
        onSaved={() => {
          setEditing(null);
          void settle();
        }}
      />
    </div>
  );
}
