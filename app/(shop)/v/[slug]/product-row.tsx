"use client";
// One product of the menu. The whole row opens it; the plus adds it at once when there is nothing to choose.
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import type { MenuProduct } from "@/lib/catalog/schema";
import { ShopPicture } from "../../shop-picture";
import { ProductPrice } from "./product-price";

/** `inCart` is how many of it the cart holds. Drawn again only when that changed: a menu may hold thousands. */
export const ProductRow = memo(function ProductRow({
  product,
  inCart,
  onLook,
  onAdd,
}: {
  product: MenuProduct;
  inCart: number;
  onLook: (product: MenuProduct) => void;
  onAdd: (product: MenuProduct) => void;
}) {
  const t = useTranslations("shop.menu");
  const gone = !product.in_stock;
  return (
    <Card
      as="li"
      flush
      className={cx(
        "relative grid [contain-intrinsic-height:auto_8rem] [content-visibility:auto] grid-cols-[1fr_7rem] transition-shadow sm:grid-cols-[1fr_8rem]",
        !gone && "hover:shadow-raised",
        inCart > 0 && "border-brand-ink!",
      )}
      data-testid="product"
    >
      <div className={cx("grid min-w-0 content-start gap-1 p-3.5", gone && "text-ink-3")}>
        <h3 className="min-w-0 text-base leading-snug break-words">
          <button
            type="button"
            disabled={gone}
            onClick={() => onLook(product)}
            className="min-h-6 text-left after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-[2.5px] focus-visible:after:outline-brand-ink"
          >
            {product.name}
          </button>
        </h3>
        <p className={cx("line-clamp-2 text-sm", !gone && "text-ink-2")}>{product.description}</p>
        <p className="mt-1 flex flex-wrap items-center gap-2">
          <ProductPrice product={product} className="font-semibold" />
          {gone && <Badge>{t("soldOut")}</Badge>}
        </p>
      </div>
      <div className={cx("relative", gone && "opacity-60 grayscale")}>
        <ShopPicture src={product.image_url} aspect={1} className="h-full" />
        {inCart > 0 && (
          <span className="absolute top-1.5 right-1.5 grid h-6 min-w-6 place-items-center rounded-full bg-brand px-1.5 text-sm font-bold text-on-brand tabular-nums">
            <span className="sr-only">{t("inCart", { count: inCart })}</span>
            <span aria-hidden>{inCart}</span>
          </span>
        )}
        {!gone && (
          <IconButton
            tone="outline"
            label={t("addNamed", { name: product.name })}
            icon={<Plus aria-hidden className="size-5 text-brand-ink" />}
            onClick={() => onAdd(product)}
            className="absolute right-1.5 bottom-1.5 z-10 rounded-full shadow-card"
          />
        )}
      </div>
    </Card>
  );
});
