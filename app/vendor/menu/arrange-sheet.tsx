"use client";
// One category's products in the order of the menu. Each move is saved by itself, and can be taken back.
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Money } from "@/components/ui/money";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { usePages } from "@/lib/browser/use-pages";
import type { Category, Product } from "@/lib/catalog/products";
import { SortableList } from "./sortable-list";

/** `onClose` is told whether anything was moved. */
export function ArrangeSheet({
  open,
  category,
  onClose,
}: {
  open: boolean;
  category: Category | null;
  onClose: (moved: boolean) => void;
}) {
  const t = useTranslations("vendor.menu.arrange");
  const [moved, setMoved] = useState(false);
  return (
    <Sheet
      open={open}
      onClose={() => {
        onClose(moved);
        setMoved(false);
      }}
      placement="side"
      title={t("title", { name: category?.name ?? "" })}
    >
      {category && <Arrange category={category} onMoved={() => setMoved(true)} />}
    </Sheet>
  );
}

function Arrange({ category, onMoved }: { category: Category; onMoved: () => void }) {
  const t = useTranslations("vendor.menu.arrange");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const toast = useToast();
  const list = usePages<Product>(`/api/vendor/products?limit=50&category_id=${category.id}`);
  const items = list.items ?? [];
  // The last of those on screen is the last of all only when all are there.
  const partial = list.cursor !== null;
  const { more } = list;
  const reads = partial && !list.loading && !list.error;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next page, as soon as the one before is there
  useEffect(() => {
    if (reads) void more();
  }, [reads, list.cursor]);

  async function put(product: Product, before: string | null) {
    list.set((now) => {
      const others = now.filter(({ id }) => id !== product.id);
      const place = before === null ? others.length : others.findIndex(({ id }) => id === before);
      return others.toSpliced(place < 0 ? others.length : place, 0, product);
    });
    try {
      await api.put(`/api/vendor/products/${product.id}/place`, { before });
      onMoved();
    } catch (error) {
      toast({ title: errorText(error), tone: "danger" });
      await list.reload();
      throw error;
    }
  }
  const move = useAction(async (from: number, to: number) => {
    const product = items[from];
    if (!product) return;
    const [before, was] = [items[to > from ? to + 1 : to]?.id ?? null, items[from + 1]?.id ?? null];
    await put(product, before);
    toast({
      title: t("moved", { name: product.name }),
      action: { label: common("undo"), run: () => void put(product, was).catch(() => undefined) },
    });
  });

  if (!list.items && !list.error) return <Skeleton className="h-64" />;
  return (
    <div className="grid gap-3">
      {Boolean(list.error) && <p role="alert">{errorText(list.error)}</p>}
      <SortableList
        items={items}
        disabled={move.pending || partial}
        onMove={(from, to) => void move.run(from, to)}
      >
        {(product) => (
          <>
            <span className="truncate font-semibold">{product.name}</span>
            <span className="text-sm text-ink-3">
              <Money minor={product.price_minor} />
            </span>
          </>
        )}
      </SortableList>
    </div>
  );
}
