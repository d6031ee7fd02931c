"use client";
// The menu's headings in order. Moving one writes the whole order at once.
import { ListPlus, Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { Category } from "@/lib/catalog/products";
import { CategorySheet } from "./category-sheet";
import { SortableList } from "./sortable-list";

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
    const moved = categories[from];
    if (!moved) return;
    const placed = categories.toSpliced(from, 1).toSpliced(to, 0, moved);
    mutate({ data: placed, next_cursor: null });
    try {
      mutate(await api.put<List>("/api/vendor/categories", { ids: placed.map(({ id }) => id) }));
    } catch (error) {
      toast({ title: errorText(error), tone: "danger" });
      await reload();
    }
    router.refresh();
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
          <SortableList
            items={categories}
            disabled={busy}
            onMove={(from, to) => void move.run(from, to)}
            actions={(category) => (
              <>
                <IconButton
                  label={t("categories.rename", { name: category.name })}
                  icon={<Pencil aria-hidden className="size-4.5" />}
                  onClick={() => setEditing(category)}
                />
                <IconButton
                  label={t("categories.delete", { name: category.name })}
                  icon={<Trash2 aria-hidden className="size-4.5" />}
                  disabled={busy}
                  onClick={() => void remove.run(category)}
                />
              </>
            )}
          >
            {({ name, product_count }) => (
              <>
                <span className="truncate font-semibold">{name}</span>
                <span className="text-sm text-ink-3">{t("categories.count", { count: product_count })}</span>
              </>
            )}
          </SortableList>
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
