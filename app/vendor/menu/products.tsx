"use client";
// The products in menu order under their categories: search, quick switches and stock in the list, everything else in a sheet.
import { ArrowUpDown, Plus, UtensilsCrossed } from "lucide-react";
import { useTranslations } from "next-intl";
import { type CSSProperties, useCallback, useRef, useState } from "react";
import { lazily } from "@/components/lazily";
import { lazySheet, useAtHand } from "@/components/lazy-sheet";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card, SectionHeading } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { useErrorText } from "@/lib/browser/use-error-text";
import { usePages } from "@/lib/browser/use-pages";
import type { EditedProducts } from "@/lib/catalog/menu-desk";
import type { Category, Product } from "@/lib/catalog/products";
import type { Named } from "./named";
import { useProductRemoval } from "./use-product-removal";
import { useSelection } from "./use-selection";

const ProductFilter = lazily(
  () => import("./product-filter").then((module) => module.ProductFilter),
  <Skeleton className="h-24 sm:h-control" />,
);
const LoadMore = lazily(() => import("@/components/ui/load-more").then((module) => module.LoadMore));
const EmptyState = lazily(() => import("@/components/ui/empty-state").then((module) => module.EmptyState));
const ProductRow = lazily(
  () => import("./product-row").then((module) => module.ProductRow),
  <Skeleton className="h-20 rounded-none" />,
);
const loadErrorState = () => import("@/components/ui/error-state").then((module) => module.ErrorState);
const ErrorState = lazily(loadErrorState);

const MenuTools = lazily(
  () => import("./menu-tools").then((module) => module.MenuTools),
  <Skeleton className="h-control-sm" />,
);
const SelectionBar = lazily(() => import("./selection-bar").then((module) => module.SelectionBar));
const ArrangeSheet = lazySheet(() => import("./arrange-sheet").then((module) => module.ArrangeSheet));
const ProductSheet = lazySheet(() => import("./product-sheet").then((module) => module.ProductSheet));

export function Products({
  initial,
  categories,
  groups,
  branches,
  pictures,
}: {
  initial: { data: Product[]; next_cursor: string | null };
  categories: Category[];
  groups: Named[];
  branches: Named[];
  pictures: string[];
}) {
  const t = useTranslations("vendor.menu");
  useAtHand(loadErrorState);
  const errorText = useErrorText();
  const [query, setQuery] = useState("");
  const [category, setCategory] = useState("");
  const [editing, setEditing] = useState<Product | "new" | null>(null);
  const [arranging, setArranging] = useState<Category | null>(null);
  const selection = useSelection();

  const filter = new URLSearchParams({
    limit: "50",
    ...(query && { q: query }),
    ...(category && { category_id: category }),
  });
  const filtered = Boolean(query || category);
  const list = usePages<Product>(`/api/vendor/products?${filter}`, initial);
  const removal = useProductRemoval(list.reload);
  const items = (list.items ?? []).filter(({ id }) => !removal.hidden.has(id));

  function show(product: Product) {
    list.set((now) =>
      now.some(({ id }) => id === product.id)
        ? now.map((known) => (known.id === product.id ? product : known))
        : now,
    );
  }
  const latest = useRef(show);
  latest.current = show;
  const onChange = useCallback((product: Product) => latest.current(product), []);
  function edited(products: EditedProducts["data"]) {
    const changes = new Map(products.map((product) => [product.id, product]));
    list.set((now) =>
      now.map((known) => (changes.has(known.id) ? { ...known, ...changes.get(known.id) } : known)),
    );
  }
  function saved(product: Product, isNew: boolean) {
    show(product);
    setEditing(null);
    const moved = editing !== "new" && editing?.category_id !== product.category_id;
    if (isNew || moved) void list.reload();
  }

  if (categories.length === 0) {
    return (
      <>
        <MenuTools branches={branches} onImported={() => void list.reload()} />
        <EmptyState
          icon={<UtensilsCrossed aria-hidden />}
          title={t("noProducts")}
          action={<ButtonLink href="/vendor/menu?tab=categories">{t("addCategory")}</ButtonLink>}
        >
          {t("noProductsHint")}
        </EmptyState>
      </>
    );
  }

  const add = (
    <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => setEditing("new")}>
      {t("addProduct")}
    </Button>
  );
  const sections = categories
    .map((of) => ({
      ...of,
      products: items
        .filter(({ category_id }) => category_id === of.id)
        .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1)),
    }))
    .filter(({ products }) => products.length > 0);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <ProductFilter
        categories={categories}
        category={category}
        onCategory={setCategory}
        pending={list.loading}
        onSearch={setQuery}
      >
        {add}
      </ProductFilter>
      <MenuTools
        branches={branches}
        choosing={selection.chosen !== null}
        onChoose={selection.chosen ? selection.end : selection.begin}
        onImported={() => void list.reload()}
      />

      {Boolean(list.error) && (
        <ErrorState
          message={errorText(list.error)}
          onRetry={() => void list.reload()}
          retrying={list.loading}
        />
      )}
      {!list.items && !list.error && <Skeleton className="h-40" />}
      {list.items && items.length === 0 && !list.error && (
        <EmptyState
          icon={<UtensilsCrossed aria-hidden />}
          title={filtered ? t("nothingFound") : t("noProducts")}
          action={filtered ? null : add}
        >
          {filtered ? t("nothingFoundHint") : t("noProductsHint")}
        </EmptyState>
      )}
      {sections.map((section) => (
        <section
          key={section.id}
          // Laid out only near the screen, as are its rows: until then as tall as so many of them are.
          style={{ "--rows": section.products.length } as CSSProperties}
          className="grid grid-cols-[minmax(0,1fr)] gap-2 [contain-intrinsic-height:auto_calc(var(--rows)*5rem+3rem)] [content-visibility:auto] [overflow-clip-margin:1.5rem]"
        >
          <SectionHeading
            level={2}
            title={<span className="text-lg">{section.name}</span>}
            actions={
              section.products.length > 1 && (
                <Button
                  size="sm"
                  variant="ghost"
                  icon={<ArrowUpDown aria-hidden className="size-4" />}
                  aria-label={t("arrange.title", { name: section.name })}
                  onClick={() => setArranging(section)}
                >
                  {t("arrange.open")}
                </Button>
              )
            }
          />
          <Card as="div" flush>
            <ul className="divide-y divide-line">
              {section.products.map((product) => (
                <ProductRow
                  key={product.id}
                  product={product}
                  branches={branches}
                  chosen={selection.chosen?.has(product.id) ?? null}
                  onChoose={selection.toggle}
                  onEdit={setEditing}
                  onChange={onChange}
                />
              ))}
            </ul>
          </Card>
        </section>
      ))}
      <LoadMore cursor={list.cursor} pending={list.loading} onMore={() => void list.more()} />

      {selection.chosen && (
        <SelectionBar
          products={items.filter(({ id }) => selection.chosen?.has(id))}
          shown={items.length}
          categories={categories}
          onAll={() => selection.all(items.map(({ id }) => id))}
          onEnd={selection.end}
          onEdited={edited}
          reload={list.reload}
        />
      )}
      <ArrangeSheet
        open={arranging !== null}
        category={arranging}
        onClose={(moved) => {
          setArranging(null);
          if (moved) void list.reload();
        }}
      />
      <ProductSheet
        open={editing !== null}
        editing={editing}
        onClose={() => setEditing(null)}
        startCategory={category || categories[0]?.id || ""}
        categories={categories}
        groups={groups}
        pictures={pictures}
        onSaved={saved}
        onRemove={(product) => {
          setEditing(null);
          removal.remove(product);
        }}
      />
    </div>
  );
}
