"use client";
// What is in the cart from this branch, at the thumb: how many, what the menu says it costs, what the minimum still lacks.
import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import type { Menu } from "@/lib/catalog/schema";
import type { CartLine } from "../../cart/cart";
import { MinimumProgress } from "../../cart/minimum-progress";

/** `lines` holds at least one. The sum is the menu's, before fees; the quote has the last word. */
export function CartBar({
  categories,
  lines,
  minimum,
}: {
  categories: Menu["categories"];
  lines: CartLine[];
  minimum: number;
}) {
  const t = useTranslations("shop.menu");
  const count = lines.reduce((sum, line) => sum + line.quantity, 0);
  const subtotal = menuPrice(categories, lines);
  return (
    <div className="pointer-events-none sticky bottom-0 z-20 -mx-4 mt-auto px-4 pt-6 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      <div className="pointer-events-auto mx-auto grid max-w-xl gap-2 rounded-xl border border-line bg-surface p-2.5 shadow-overlay">
        <MinimumProgress subtotal={subtotal} minimum={minimum} className="px-1.5 pt-1" />
        <Link
          href="/cart"
          className="flex min-h-13 items-center justify-between gap-3 rounded-md bg-brand px-4 font-semibold text-on-brand hover:bg-brand-hover"
        >
          <span className="flex items-center gap-2">
            <span className="grid h-7 min-w-7 place-items-center rounded-full bg-on-brand/12 px-1.5 tabular-nums">
              {count}
            </span>
            {t("toCart")}
          </span>
          <span className="flex items-center gap-2">
            <Money minor={subtotal} />
            <ArrowRight aria-hidden className="size-5" />
          </span>
        </Link>
      </div>
    </div>
  );
}

function menuPrice(categories: Menu["categories"], lines: CartLine[]): number {
  const products = new Map(
    categories.flatMap(({ products }) => products).map((product) => [product.id, product]),
  );
  return lines.reduce((sum, line) => {
    const product = products.get(line.product_id);
    if (!product) return sum;
    const options = product.option_groups.flatMap((group) => group.options);
    const delta = line.options.reduce(
      (total, { id }) => total + (options.find((option) => option.id === id)?.price_delta_minor ?? 0),
      0,
    );
    return sum + Math.max(0, product.price_minor + delta) * line.quantity;
  }, 0);
}
