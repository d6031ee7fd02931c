"use client";
// What can be done to the chosen products, at the screen's foot while choosing.
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { EditedProducts } from "@/lib/catalog/menu-desk";
import type { Category, Product } from "@/lib/catalog/products";
import { useBulkEdit } from "./use-bulk-edit";

const PriceSheet = lazySheet(() => import("./price-sheet").then((module) => module.PriceSheet));
const MoveSheet = lazySheet(() => import("./move-sheet").then((module) => module.MoveSheet));

export function SelectionBar({
  products,
  shown,
  categories,
  onAll,
  onEnd,
  onEdited,
  reload,
}: {
  /** Those chosen. */
  products: Product[];
  /** How many are on screen. */
  shown: number;
  categories: Category[];
  onAll: () => void;
  onEnd: () => void;
  onEdited: (edited: EditedProducts["data"]) => void;
  reload: () => Promise<void>;
}) {
  const t = useTranslations("vendor.menu.bulk");
  const [asking, setAsking] = useState<"price" | "move" | null>(null);
  const edit = useBulkEdit({ onEdited, reload });
  const none = products.length === 0;

  async function run(change: Parameters<typeof edit.run>[1], of = products) {
    if (await edit.run(of, change)) setAsking(null);
  }

  return (
    <section
      aria-label={t("label")}
      className="sticky bottom-18 z-20 grid gap-2 rounded-lg border border-line bg-surface p-3 shadow-overlay lg:bottom-3"
    >
      <div className="flex items-center gap-2">
        <p role="status" className="flex-1 font-semibold">
          {t("chosen", { count: products.length })}
        </p>
        <Button size="sm" variant="ghost" onClick={onAll}>
          {t("all", { count: shown })}
        </Button>
        <IconButton label={t("end")} icon={<X aria-hidden className="size-5" />} onClick={onEnd} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" variant="secondary" disabled={none} onClick={() => setAsking("price")}>
          {t("price")}
        </Button>
        <Button
          size="sm"
          variant="secondary"
          disabled={none}
          pending={edit.pending}
          onClick={() => void run(() => ({ available: true }))}
        >
          {t("on")}
        </Button>
        <Button
          size="sm"
          variant="secondary"
          disabled={none}
          pending={edit.pending}
          onClick={() => void run(() => ({ available: false }))}
        >
          {t("off")}
        </Button>
        <Button size="sm" variant="secondary" disabled={none} onClick={() => setAsking("move")}>
          {t("move")}
        </Button>
      </div>
      <PriceSheet
        open={asking === "price"}
        onClose={() => setAsking(null)}
        products={products}
        pending={edit.pending}
        onApply={(price, changed) => void run((product) => ({ price_minor: price(product) }), changed)}
      />
      <MoveSheet
        open={asking === "move"}
        onClose={() => setAsking(null)}
        count={products.length}
        categories={categories}
        pending={edit.pending}
        onMove={(category_id) =>
          void run(
            () => ({ category_id }),
            products.filter((product) => product.category_id !== category_id),
          )
        }
      />
    </section>
  );
}
