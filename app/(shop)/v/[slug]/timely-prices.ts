// The menu's prices at a moment: a page that stays open, comes back from the history or was kept for a time without a network must not show
// a price that is over.
import type { Menu } from "@/lib/catalog/schema";

/** `categories` at `now` (ms): what was lower until a moment that has passed costs its regular price again. */
export function pricesAt(categories: Menu["categories"], now: number): Menu["categories"] {
  return categories.map((category) => ({
    ...category,
    products: category.products.map((product) => {
      const { price_until, regular_price_minor } = product;
      return price_until === null || regular_price_minor === null || now < Date.parse(price_until)
        ? product
        : { ...product, price_minor: regular_price_minor, regular_price_minor: null, price_until: null };
    }),
  }));
}
