// Ordering the same again: what today's menu still has of an old order, what it has not, and what costs another price.
import type { Menu } from "@/lib/catalog/schema";
import type { Order } from "@/lib/orders/schema";
import type { NewLine } from "../cart/cart";

type Again = {
  lines: NewLine[];
  missing: string[];
  /** What a piece cost then and costs now, in minor units, where the two differ. */
  repriced: { name: string; was_minor: number; now_minor: number }[];
};

/** The lines that can be ordered now, the names of what cannot, and prices that changed. An option that is gone takes its product along. */
export function linesAgain(order: Pick<Order, "items">, menu: Menu): Again {
  const products = new Map(
    menu.categories.flatMap(({ products }) => products).map((product) => [product.id, product]),
  );
  const lines: NewLine[] = [];
  const missing: string[] = [];
  const repriced: Again["repriced"] = [];
  for (const item of order.items) {
    const product = products.get(item.product_id);
    const offered = product?.option_groups.flatMap((group) => group.options) ?? [];
    const options = item.options.flatMap(({ id }) => offered.find((option) => option.id === id) ?? []);
    if (!product?.in_stock || options.length < item.options.length) {
      missing.push(item.name);
      continue;
    }
    const now_minor = options.reduce((sum, option) => sum + option.price_delta_minor, product.price_minor);
    if (now_minor !== item.unit_price_minor)
      repriced.push({ name: product.name, was_minor: item.unit_price_minor, now_minor });
    lines.push({
      product_id: product.id,
      name: product.name,
      image_url: product.image_url,
      quantity: item.quantity,
      options: options.map(({ id, name }) => ({ id, name })),
      note: item.note ?? "",
    });
  }
  return { lines, missing, repriced };
}
