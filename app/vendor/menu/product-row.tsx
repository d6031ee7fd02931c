"use client";
// A product in the list: picture, name, price; whether it is on sale; what each branch has of it.
import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { Checkbox, Switch } from "@/components/ui/choice";
import { cx } from "@/components/ui/cx";
import { Money } from "@/components/ui/money";
import { Picture } from "@/components/ui/picture";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Product } from "@/lib/catalog/products";
import type { Named } from "./named";
import { StockCell } from "./stock-cell";

/** Drawn again only when something of it changed: a list may hold two thousand. `chosen` is null while nothing is being chosen. */
export const ProductRow = memo(function ProductRow({
  product,
  branches,
  chosen,
  onChoose,
  onEdit,
  onChange,
}: {
  product: Product;
  branches: Named[];
  chosen: boolean | null;
  onChoose: (id: string) => void;
  onEdit: (product: Product) => void;
  onChange: (product: Product) => void;
}) {
  const t = useTranslations("vendor.menu");
  const errorText = useErrorText();
  const toast = useToast();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const available = wanted ?? product.available;

  // The switch alone is sent: it must not be refused because someone corrected a name meanwhile.
  async function setAvailable(next: boolean) {
    if (wanted !== null) return; // never disabled: whoever switches it by keyboard would lose their place
    setWanted(next);
    try {
      onChange(await api.patch<Product>(`/api/vendor/products/${product.id}`, { available: next }));
    } catch (error) {
      toast({ title: errorText(error), tone: "danger" });
    } finally {
      setWanted(null);
    }
  }

  return (
    <li
      data-testid="product-row"
      data-product-id={product.id}
      className={cx(
        "grid grid-cols-[minmax(0,1fr)] items-center gap-x-4 gap-y-2 p-3 [contain-intrinsic-height:auto_5rem] [content-visibility:auto]",
        branches.length === 1 && "sm:grid-cols-[minmax(0,1fr)_auto]",
        branches.length === 2 && "xl:grid-cols-[minmax(0,1fr)_auto]",
      )}
    >
      <div className="flex min-w-0 items-center gap-3">
        {chosen !== null && (
          <Checkbox
            label={<span className="sr-only">{t("bulk.choose", { name: product.name })}</span>}
            checked={chosen}
            onChange={() => onChoose(product.id)}
            className="min-w-control shrink-0 justify-center"
          />
        )}
        <button
          type="button"
          onClick={() => onEdit(product)}
          className="flex min-w-0 flex-1 items-center gap-3 rounded-md text-left hover:text-brand-ink"
        >
          <span className="sr-only">{t("editProduct", { name: "" })}</span>
          <Picture
            src={product.image_url}
            alt=""
            aspect={1}
            className={cx("w-14 shrink-0 rounded-md", !available && "opacity-50 grayscale")}
          />
          <span className="grid min-w-0">
            <span className={cx("truncate font-semibold", !available && "text-ink-3")}>{product.name}</span>
            <span className="flex flex-wrap gap-x-2 text-sm text-ink-2">
              <Money minor={product.price_minor} />
              {!available && <span className="text-ink-3">{t("unavailable")}</span>}
            </span>
          </span>
        </button>
        <Switch
          label={t("availableOf", { name: product.name })}
          hideLabel
          checked={available}
          onChange={(event) => void setAvailable(event.target.checked)}
        />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-5 gap-y-1.5 sm:flex sm:flex-wrap">
        {branches.map((branch) => (
          <StockCell
            key={branch.id}
            product={product}
            branch={branch}
            showBranch={branches.length > 1}
            onChange={onChange}
          />
        ))}
      </div>
    </li>
  );
});
