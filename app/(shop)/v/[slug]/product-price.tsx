"use client";
// What a product of the menu costs now, and until when where that is less than usual.
import { lazily } from "@/components/lazily";
import { Price } from "@/components/ui/price";
import type { MenuProduct } from "@/lib/catalog/schema";

// Few products have one: its clock is no part of every menu's first load.
const PriceUntil = lazily(() => import("./price-until").then((module) => module.PriceUntil));

export function ProductPrice({ product, className }: { product: MenuProduct; className: string }) {
  const { price_minor, regular_price_minor, price_until } = product;
  return (
    <>
      <Price minor={price_minor} regular={regular_price_minor} className={className} />
      {price_until && <PriceUntil until={price_until} />}
    </>
  );
}
